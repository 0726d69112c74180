package io.parvis.engagement.reward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lots in the order in which they are spent: the soonest expiry first, at most one per expiry. */
final class Lots {

    private static final Comparator<Lot> SOONEST = Comparator.comparing(
                    Lot::expiresAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Lot::slidingDays, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()));

    private Lots() {}

    static List<Lot> taken(List<Lot> lots, long points) {
        var taken = new ArrayList<Lot>();
        long missing = points;
        for (var lot : lots) {
            long part = Math.min(missing, lot.points());
            if (part > 0) {
                taken.add(lot.of(part));
                missing -= part;
            }
        }
        return List.copyOf(taken);
    }

    static List<Lot> without(List<Lot> lots, long points) {
        var left = new ArrayList<Lot>();
        long missing = points;
        for (var lot : lots) {
            long part = Math.min(missing, lot.points());
            missing -= part;
            if (part < lot.points()) {
                left.add(lot.of(lot.points() - part));
            }
        }
        return List.copyOf(left);
    }

    static List<Lot> merged(List<Lot> lots, List<Lot> more) {
        var sorted = new ArrayList<>(lots);
        sorted.addAll(more);
        sorted.sort(SOONEST);
        var merged = new ArrayList<Lot>();
        for (var lot : sorted) {
            if (!merged.isEmpty() && SOONEST.compare(merged.getLast(), lot) == 0) {
                merged.add(lot.of(merged.removeLast().points() + lot.points()));
            } else {
                merged.add(lot);
            }
        }
        return List.copyOf(merged);
    }

    static long sum(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::points).sum();
    }
}
