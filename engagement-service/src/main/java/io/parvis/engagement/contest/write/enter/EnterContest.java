package io.parvis.engagement.contest.write.enter;

import io.parvis.engagement.contest.instant.Chance;
import io.parvis.engagement.draw.Bytes32;
import io.parvis.engagement.referral.Invitation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param counted whether the contest's count is read: only where its rules set a limit, since all entries of the contest
 *     then depend on each other
 * @param ageKnown whether the fan's birth date was looked up: only where the rules set an age, since it is encrypted
 * @param freshPseudonym random, for a fan who enters this contest for the first time
 * @param freshSalt random, for this entry
 * @param invitation what the entry was made through
 * @param chance what decides whether it wins on the spot: only of an instant win, and once that is known
 */
record EnterContest(
        String entryId,
        String contestId,
        String brandId,
        String fanId,
        boolean counted,
        boolean ageKnown,
        @Nullable LocalDate birthDate,
        Bytes32 freshPseudonym,
        Bytes32 freshSalt,
        Invitation invitation,
        @Nullable Chance chance) {

    EnterContest(String entryId, String contestId, String brandId, String fanId) {
        this(
                entryId,
                contestId,
                brandId,
                fanId,
                false,
                false,
                null,
                Bytes32.fresh(),
                Bytes32.fresh(),
                Invitation.NONE,
                null);
    }

    EnterContest withCount() {
        return new EnterContest(
                entryId,
                contestId,
                brandId,
                fanId,
                true,
                ageKnown,
                birthDate,
                freshPseudonym,
                freshSalt,
                invitation,
                chance);
    }

    EnterContest withAge(@Nullable LocalDate known) {
        return new EnterContest(
                entryId,
                contestId,
                brandId,
                fanId,
                counted,
                true,
                known,
                freshPseudonym,
                freshSalt,
                invitation,
                chance);
    }

    EnterContest through(Invitation known) {
        return new EnterContest(
                entryId,
                contestId,
                brandId,
                fanId,
                counted,
                ageKnown,
                birthDate,
                freshPseudonym,
                freshSalt,
                known,
                chance);
    }

    EnterContest with(@Nullable Chance known) {
        return new EnterContest(
                entryId,
                contestId,
                brandId,
                fanId,
                counted,
                ageKnown,
                birthDate,
                freshPseudonym,
                freshSalt,
                invitation,
                known);
    }

    /** Whether it can win: then it stands in line with all others that can. */
    boolean isInLine() {
        return chance != null && chance.inLine();
    }
}
