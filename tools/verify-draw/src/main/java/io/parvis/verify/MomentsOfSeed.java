package io.parvis.verify;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The winning moments made again: one in each equal part of the period, as many parts as a prize has units. */
final class MomentsOfSeed {

    /** Without who won it. */
    record Due(Instant at, long prize, long unit) {}

    private static final String DOMAIN = "parvis-instant-win-moment-1";
    private static final BigInteger BILLION = BigInteger.TEN.pow(9);

    private MomentsOfSeed() {}

    static List<Due> of(String seed, String contest, Rules rules) {
        var mac = Hashes.hmacSha256(Hashes.hex(seed));
        var length = Duration.between(rules.opensAt(), rules.closesAt());
        var period =
                BigInteger.valueOf(length.getSeconds()).multiply(BILLION).add(BigInteger.valueOf(length.getNano()));
        var all = new ArrayList<Due>();
        for (var prize = 0; prize < rules.prizes().size(); prize++) {
            var units = rules.prizes().get(prize).quantity();
            for (var unit = 0L; unit < units; unit++) {
                var hash = mac.doFinal(Hashes.framed(Hashes.utf8(DOMAIN), Hashes.utf8(contest), u64(prize), u64(unit)));
                var begins = begin(period, unit, units);
                var parts = begin(period, unit + 1, units)
                        .subtract(begins)
                        .multiply(new BigInteger(1, hash))
                        .shiftRight(8 * hash.length)
                        .add(begins)
                        .divideAndRemainder(BILLION);
                var at = rules.opensAt().plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact());
                all.add(new Due(at, prize, unit));
            }
        }
        all.sort(Comparator.comparing(Due::at).thenComparing(Due::prize).thenComparing(Due::unit));
        return all;
    }

    private static BigInteger begin(BigInteger period, long part, long parts) {
        return period.multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(parts));
    }

    private static byte[] u64(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
