package io.parvis.engagement.reward.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parvis.edge.web.Page;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.Lot;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fan's points: earned = burned + reserved + expired + balance; the newest entries first.
 *
 * @param tier absent where the programme has no tiers
 * @param lots what expires when, the soonest first: the first 1,000 of them, where there are more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PointsStatement")
record Statement(
        long earned,
        long burned,
        long reserved,
        long expired,
        long balance,
        @Nullable FanTier tier,

        @Schema(
                description =
                        "What expires when, the soonest first; no more than the first 1,000. The balance is of all.")
        List<Lot> lots,

        List<Held> reservations,
        List<StatementEntry> items,
        @Nullable String nextCursor) {

    /** Few fans ever have more than some: every expiry that a programme ever had in force makes one. */
    private static final int MOST_LOTS = 1_000;

    /** Points set aside. */
    @Schema(name = "PointsReservation")
    record Held(String reservationId, long points) {}

    static Statement of(Ledger ledger, @Nullable FanTier tier, Page<StatementEntry> entries) {
        return new Statement(
                ledger.earned(),
                ledger.burned(),
                ledger.reserved(),
                ledger.expired(),
                ledger.balance(),
                tier,
                ledger.lots().stream().limit(MOST_LOTS).toList(),
                ledger.reservations().stream()
                        .map(held -> new Held(held.reservationId().value(), held.points()))
                        .toList(),
                entries.items(),
                entries.nextCursor());
    }
}
