package io.parvis.engagement.contest.write.enter;

import io.parvis.engagement.contest.instant.Chance;
import io.parvis.engagement.drawing.Secrets;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.proofs.Bytes32;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param known what was found out for it
 * @param freshPseudonym random, for a fan who enters this contest for the first time
 * @param freshSalt random, for this entry
 */
record EnterContest(
        String entryId,
        String contestId,
        String brandId,
        String fanId,
        Known known,
        Bytes32 freshPseudonym,
        Bytes32 freshSalt) {

    /**
     * What the rules of some contests ask for, and only those are kept waiting for it.
     *
     * @param counted whether the contest's count is read: only where its rules set a limit, since all entries of the
     *     contest then depend on each other
     * @param age whether the fan's birth date was looked up: only where the rules set an age, since it is encrypted
     * @param invitation what the entry was made through
     * @param chance what decides whether it wins on the spot: only of an instant win, and once that is known
     */
    record Known(
            boolean counted,
            boolean age,
            @Nullable LocalDate birthDate,
            Invitation invitation,
            @Nullable Chance chance) {}

    EnterContest(String entryId, String contestId, String brandId, String fanId) {
        this(
                entryId,
                contestId,
                brandId,
                fanId,
                new Known(false, false, null, Invitation.NONE, null),
                Secrets.fresh(),
                Secrets.fresh());
    }

    EnterContest withCount() {
        return knowing(new Known(true, known.age, known.birthDate, known.invitation, known.chance));
    }

    EnterContest withAge(@Nullable LocalDate birthDate) {
        return knowing(new Known(known.counted, true, birthDate, known.invitation, known.chance));
    }

    EnterContest through(Invitation invitation) {
        return knowing(new Known(known.counted, known.age, known.birthDate, invitation, known.chance));
    }

    EnterContest with(@Nullable Chance chance) {
        return knowing(new Known(known.counted, known.age, known.birthDate, known.invitation, chance));
    }

    private EnterContest knowing(Known more) {
        return new EnterContest(entryId, contestId, brandId, fanId, more, freshPseudonym, freshSalt);
    }

    /** Whether it can win: then it stands in line with all others that can. */
    boolean isInLine() {
        return known.chance != null && known.chance.inLine();
    }
}
