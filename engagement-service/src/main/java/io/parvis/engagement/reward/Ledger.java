package io.parvis.engagement.reward;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One fan's points: earned = burned + reserved + expired + balance. Balance and reserved are the sums of what lies in
 * lots and reservations, so that the equation is a check and no definition.
 *
 * @param lots soonest expiry first; at most one per expiry
 * @param capUse what was earned in the period of the cap; null where there is none
 * @param standing what the fan's tier is judged by
 */
public record Ledger(
        long earned,
        long burned,
        long expired,
        List<Lot> lots,
        List<Reservation> reservations,
        PointsCap.@Nullable Use capUse,
        Standing standing) {

    /** Books of the time before tiers: what was earned qualifies for life; in which months nobody wrote down. */
    public Ledger {
        standing = standing == null ? Standing.NONE.counted(earned) : standing;
    }

    public static final Ledger EMPTY = new Ledger(0, 0, 0, List.of(), List.of(), null, Standing.NONE);

    /** Points set aside, with the lots that they were taken from. */
    public record Reservation(PointsReservationId reservationId, List<Lot> lots) {

        public long points() {
            return Lots.sum(lots);
        }
    }

    public long balance() {
        return Lots.sum(lots);
    }

    public long reserved() {
        return reservations.stream().mapToLong(Reservation::points).sum();
    }

    public Optional<Reservation> reservation(PointsReservationId reservationId) {
        return reservations.stream()
                .filter(held -> held.reservationId().equals(reservationId))
                .findFirst();
    }

    /** When time will next change the books, points or tier; null where it never will. */
    public @Nullable Instant nextDue() {
        var tier = standing.tier();
        return Stream.of(lots.isEmpty() ? null : lots.getFirst().expiresAt(), tier == null ? null : tier.keepsUntil())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public Ledger credit(Lot lot) {
        return new Ledger(
                Math.addExact(earned, lot.points()),
                burned,
                expired,
                Lots.merged(lots, List.of(lot)),
                reservations,
                capUse,
                standing);
    }

    /** The caller has made sure that the balance suffices. */
    public Ledger burn(long points) {
        return new Ledger(earned, burned + points, expired, Lots.without(lots, points), reservations, capUse, standing);
    }

    public Ledger reserve(PointsReservationId reservationId, long points) {
        var held = new ArrayList<>(reservations);
        held.add(new Reservation(reservationId, Lots.taken(lots, points)));
        return new Ledger(earned, burned, expired, Lots.without(lots, points), List.copyOf(held), capUse, standing);
    }

    public Ledger burn(Reservation held) {
        return new Ledger(earned, burned + held.points(), expired, lots, others(held), capUse, standing);
    }

    public Ledger release(Reservation held) {
        return new Ledger(earned, burned, expired, Lots.merged(lots, held.lots()), others(held), capUse, standing);
    }

    /** Without what is due. */
    public Ledger settled(Instant now) {
        var due = lots.stream().filter(lot -> lot.due(now)).toList();
        var left = lots.stream().filter(lot -> !lot.due(now)).toList();
        return due.isEmpty()
                ? this
                : new Ledger(earned, burned, expired + Lots.sum(due), left, reservations, capUse, standing);
    }

    /** The fan did something: what slides lasts longer. */
    public Ledger active(Instant now, ZoneId zone) {
        var prolonged = lots.stream().map(lot -> lot.prolonged(now, zone)).toList();
        return new Ledger(earned, burned, expired, Lots.merged(List.of(), prolonged), reservations, capUse, standing);
    }

    Ledger capUsed(PointsCap.@Nullable Use use) {
        return new Ledger(earned, burned, expired, lots, reservations, use, standing);
    }

    public Ledger standing(Standing other) {
        return new Ledger(earned, burned, expired, lots, reservations, capUse, other);
    }

    private List<Reservation> others(Reservation held) {
        return reservations.stream().filter(other -> !other.equals(held)).toList();
    }
}
