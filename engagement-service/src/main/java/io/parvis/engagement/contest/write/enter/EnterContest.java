package io.parvis.engagement.contest.write.enter;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.instant.InstantWinKnowledge;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.drawing.Secrets;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.proofs.Bytes32;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param invitation what the entry is made through
 * @param freshPseudonym random, for a fan who enters this contest for the first time
 * @param freshSalt random, for this entry
 */
record EnterContest(
        EntryId entryId,
        ContestId contestId,
        BrandId brandId,
        FanId fanId,
        Invitation invitation,
        Bytes32 freshPseudonym,
        Bytes32 freshSalt) {

    EnterContest(EntryId entryId, ContestId contestId, BrandId brandId, FanId fanId) {
        this(entryId, contestId, brandId, fanId, Invitation.NONE, Secrets.fresh(), Secrets.fresh());
    }

    /** A contest is a campaign. */
    CampaignId campaign() {
        return new CampaignId(contestId.value());
    }

    EnterContest through(Invitation made) {
        return new EnterContest(entryId, contestId, brandId, fanId, made, freshPseudonym, freshSalt);
    }

    /** What the rules of some contests ask for, and only entries to those are kept waiting for it. */
    enum Need {
        /** The contest's count: where its rules set a limit all its entries depend on each other. */
        COUNT,
        /** The fan's birth date: it is encrypted. */
        AGE,
        /** The secret moments of an instant win. */
        MOMENTS,
        /** The newest win of all: only who may win stands in that line. */
        PLACE_IN_LINE
    }

    /**
     * @param counted whether the contest's count is read
     * @param age null where nobody looked yet
     * @param chance what decides whether it wins on the spot; null where it is not known
     */
    record Known(
            boolean counted, @Nullable Age age, @Nullable InstantWinKnowledge chance) {

        static final Known NOTHING = new Known(false, null, null);

        Known withCount() {
            return new Known(true, age, chance);
        }

        Known with(Age found) {
            return new Known(counted, found, chance);
        }

        Known with(InstantWinKnowledge found) {
            return new Known(counted, age, found);
        }

        /** Whether it can win: then it stands in line with all others that can. */
        boolean isInLine() {
            return chance != null && chance.inLine();
        }
    }

    /** @param birthDate null where nobody said */
    record Age(@Nullable LocalDate birthDate) {}
}
