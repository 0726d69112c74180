package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who wins what, and who comes after: fans in the order of their best entry, the lowest HMAC first.
 *
 * @param winners in order of rank; fewer than there are prizes where fewer fans take part
 * @param alternates every fan who did not win, in order: the next to get what a winner does not
 */
public record DrawOutcome(List<Winner> winners, List<Leaf> alternates) {

    /** @param prize index into the prizes of the rules, from 0 */
    public record Winner(Leaf leaf, int prize) {

        Map<String, Object> json() {
            return Map.of("leaf", leaf.leaf().hex(), "position", leaf.position(), "prize", prize);
        }
    }

    /**
     * The draw. 100,000 leaves take about 0.2 s; a million, some 3 s and 30 MB beside the leaves, of which 4 MB stay.
     *
     * @param beacon none where the publication names none
     * @param leaves the valid ones
     * @param prizes of the version in force at the closing, in their order
     */
    public static DrawOutcome of(
            Seed seed, @Nullable BeaconValue beacon, ContestId contest, List<Leaf> leaves, List<DrawPrize> prizes) {
        var order = new Ranking(seed, beacon, contest, leaves).order();
        var places = places(prizes);
        var winners = new ArrayList<Winner>();
        var fans = new LeafIndex(leaves, Leaf::fan);
        int alternates = 0;
        for (int place : order) {
            if (!fans.add(place)) {
                continue;
            }
            if (winners.size() < places.length) {
                winners.add(new Winner(leaves.get(place), places[winners.size()]));
            } else {
                order[alternates++] = place;
            }
        }
        var others = Arrays.copyOf(order, alternates);
        return new DrawOutcome(List.copyOf(winners), LazyList.of(alternates, i -> leaves.get(others[i])));
    }

    private static int[] places(List<DrawPrize> prizes) {
        var total = prizes.stream().mapToInt(DrawPrize::quantity).reduce(0, Math::addExact);
        var places = new int[total];
        var from = 0;
        for (var prize = 0; prize < prizes.size(); prize++) {
            var to = from + prizes.get(prize).quantity();
            Arrays.fill(places, from, to, prize);
            from = to;
        }
        return places;
    }
}
