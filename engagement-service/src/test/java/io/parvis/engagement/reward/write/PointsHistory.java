package io.parvis.engagement.reward.write;

import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.PointsReservationId;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.Settlement;
import io.parvis.engagement.reward.event.PointsEvent;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the points of f1, a fan of brand b1: each movement with the books that it leaves, and with what was
 * due before it.
 *
 * @param events oldest first
 */
public record PointsHistory(List<Object> events) {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    /** Without a programme, and without points. */
    public static PointsHistory ofNothing() {
        return new PointsHistory(List.of(brand(), fan()));
    }

    public static PointsHistory under(RewardProgramme programme, Instant from) {
        return ofNothing().nowUnder(programme, from);
    }

    public PointsHistory nowUnder(RewardProgramme programme, Instant from) {
        var version = 1
                + (int) events.stream()
                        .filter(RewardProgrammeSet.class::isInstance)
                        .count();
        return and(List.of(new RewardProgrammeSet(BRAND, version, programme, from)));
    }

    public PointsHistory earned(long points, Instant at) {
        return moved(PointsOperation.EARN, points, at, books -> programme(at).earn(books, points, at));
    }

    public PointsHistory adjusted(long points, Instant at) {
        return moved(PointsOperation.ADJUST, points, at, books -> programme(at).adjust(books, points, at));
    }

    public PointsHistory burned(long points, Instant at) {
        return moved(
                PointsOperation.BURN,
                points,
                at,
                books -> books.burn(points).active(at, programme(at).zone()));
    }

    public PointsHistory reserved(PointsReservationId reservationId, long points, Instant at) {
        return moved(
                new PointsEntryId(reservationId.value()),
                PointsOperation.RESERVE,
                points,
                null,
                at,
                books -> books.active(at, programme(at).zone()).reserve(reservationId, points));
    }

    /** What was reserved is used up. */
    public PointsHistory burned(PointsReservationId reservationId, Instant at) {
        var held = books().reservation(reservationId).orElseThrow();
        return moved(
                nextEntry(),
                PointsOperation.BURN,
                held.points(),
                reservationId,
                at,
                books -> books.burn(held).active(at, programme(at).zone()));
    }

    /** Time alone did this. */
    public PointsHistory settled(Instant at) {
        return and(Settlement.of(BRAND, FAN, books(), programme(at), at).events());
    }

    public PointsHistory and(Object event) {
        return and(List.of(event));
    }

    /** As they stand now. */
    public Ledger books() {
        return booksAfter(events);
    }

    /** As the last of some events leaves them. */
    public static Ledger booksAfter(List<?> events) {
        return events.stream()
                .filter(PointsEvent.class::isInstance)
                .reduce((earlier, later) -> later)
                .map(event -> ((PointsEvent) event).ledger())
                .orElse(Ledger.EMPTY);
    }

    private PointsHistory moved(PointsOperation operation, long points, Instant at, UnaryOperator<Ledger> change) {
        return moved(nextEntry(), operation, points, null, at, change);
    }

    private PointsEntryId nextEntry() {
        return new PointsEntryId("e" + events.size());
    }

    private PointsHistory moved(
            PointsEntryId entryId,
            PointsOperation operation,
            long points,
            @Nullable PointsReservationId reservationId,
            Instant at,
            UnaryOperator<Ledger> change) {
        var programme = programme(at);
        var before = Settlement.of(BRAND, FAN, books(), programme, at);
        var after = programme.ranked(change.apply(before.ledger()), at);
        var moved = new PointsMoved(entryId, BRAND, FAN, operation, points, reservationId, "why", null, after);
        return and(before.followedBy(moved, programme, at));
    }

    private PointsHistory and(List<?> later) {
        return new PointsHistory(Stream.concat(events.stream(), later.stream()).toList());
    }

    private RewardProgramme programme(Instant at) {
        var versions = events.stream()
                .filter(RewardProgrammeSet.class::isInstance)
                .map(RewardProgrammeSet.class::cast)
                .toList();
        return RewardProgrammeSet.inForce(versions, at);
    }
}
