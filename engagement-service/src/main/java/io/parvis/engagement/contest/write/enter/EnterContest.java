package io.parvis.engagement.contest.write.enter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param counted whether the contest's count is read: only where its rules set a limit, since all entries of the contest
 *     then depend on each other
 * @param ageKnown whether the fan's birth date was looked up: only where the rules set an age, since it is encrypted
 */
record EnterContest(
        String entryId,
        String contestId,
        String brandId,
        String fanId,
        boolean counted,
        boolean ageKnown,
        @Nullable LocalDate birthDate) {

    EnterContest(String entryId, String contestId, String brandId, String fanId) {
        this(entryId, contestId, brandId, fanId, false, false, null);
    }

    EnterContest withCount() {
        return new EnterContest(entryId, contestId, brandId, fanId, true, ageKnown, birthDate);
    }

    EnterContest withAge(@Nullable LocalDate known) {
        return new EnterContest(entryId, contestId, brandId, fanId, counted, true, known);
    }
}
