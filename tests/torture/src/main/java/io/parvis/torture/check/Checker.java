package io.parvis.torture.check;

import java.util.List;

/** All properties. */
public final class Checker {

    private static final List<Property> PROPERTIES = List.of(
            new NothingLost(),
            new NothingDoubled(),
            new NothingHalf(),
            new LogIsWhole(),
            new RefusedIsAbsent(),
            new UnknownIsSettled(),
            new RealTimeOrder(),
            new DecisionsHold(),
            new NothingUnexplained(),
            new ViewsAreAsRebuilt(),
            new WritersReadTheirWrites(),
            new NothingLeftOver());

    private Checker() {}

    public static List<Verdict> check(Evidence evidence) {
        var facts = new Facts(evidence);
        return PROPERTIES.stream().map(property -> property.check(facts)).toList();
    }
}
