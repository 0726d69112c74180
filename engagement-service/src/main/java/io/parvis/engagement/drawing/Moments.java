package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.proofs.LengthPrefixed;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The winning moments of an instant win, in their order: one for each unit of each prize, made of the seed that was
 * committed to. Unit i of the n of a prize falls somewhere in the i-th of n equal parts of the period, and nobody who
 * lacks the seed knows where: so each prize is spread over the whole period, and no part of it has none.
 *
 * <p>They are as secret as the seed: the text form says nothing.
 */
public final class Moments {

    private static final String DOMAIN = "parvis-instant-win-moment-1";
    private static final int HASH_BITS = 256;
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);
    private static final Comparator<Moment> ORDER =
            Comparator.comparing(Moment::at).thenComparingInt(Moment::prize).thenComparingInt(Moment::unit);

    /**
     * @param at the first instant at which an entry wins by it
     * @param prize index into the prizes of the rules, from 0
     * @param unit of that prize, from 0
     */
    public record Moment(Instant at, int prize, int unit) {}

    private final List<Moment> inOrder;

    private Moments(List<Moment> inOrder) {
        this.inOrder = inOrder;
    }

    /** 10,000 of them take some 20 ms. */
    public static Moments of(Seed seed, ContestId contest, Instant opensAt, Instant closesAt, List<DrawPrize> prizes) {
        var mac = seed.mac();
        var period = nanos(Duration.between(opensAt, closesAt));
        var all = new ArrayList<Moment>();
        for (var prize = 0; prize < prizes.size(); prize++) {
            var units = prizes.get(prize).quantity();
            for (var unit = 0; unit < units; unit++) {
                var hash = new BigInteger(1, mac.doFinal(message(contest, prize, unit)));
                var from = part(period, unit, units);
                var width = part(period, unit + 1, units).subtract(from);
                var within = hash.multiply(width).shiftRight(HASH_BITS);
                all.add(new Moment(later(opensAt, from.add(within)), prize, unit));
            }
        }
        all.sort(ORDER);
        return new Moments(List.copyOf(all));
    }

    /** Those that the rules in force at the first publication promise. */
    public static Moments of(Seed seed, ContestId contest, DrawRules committed) {
        return of(seed, contest, committed.opensAt(), committed.closesAt(), committed.prizes());
    }

    private static byte[] message(ContestId contest, int prize, int unit) {
        return new LengthPrefixed()
                .add(DOMAIN)
                .add(contest.value())
                .add(number(prize))
                .add(number(unit))
                .bytes();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    /** Where the part begins, in whole nanoseconds. */
    private static BigInteger part(BigInteger period, int number, int of) {
        return period.multiply(BigInteger.valueOf(number)).divide(BigInteger.valueOf(of));
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(NANOS_PER_SECOND)
                .add(BigInteger.valueOf(duration.getNano()));
    }

    private static Instant later(Instant from, BigInteger nanos) {
        var parts = nanos.divideAndRemainder(NANOS_PER_SECOND);
        return from.plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact());
    }

    /**
     * Whether the next moment has come.
     *
     * @param taken how many are taken: always the first ones, in their order
     */
    public boolean isDue(int taken, Instant now) {
        return taken < inOrder.size() && !now.isBefore(inOrder.get(taken).at());
    }

    /** @param index in the order of the moments, from 0 */
    public Moment get(int index) {
        return inOrder.get(index);
    }

    public int size() {
        return inOrder.size();
    }

    @Override
    public String toString() {
        return "Moments[%d of them]".formatted(inOrder.size());
    }
}
