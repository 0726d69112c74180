package io.parvis.torture.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tests the checker with seeded defects: a checker that detects none of them proves nothing. */
public final class SeededDefects {

    private SeededDefects() {}

    /**
     * One way to spoil it.
     *
     * @param noticedBy the property that must no longer hold
     * @param plant empty where the evidence has nothing to do it to
     */
    record Defect(String fault, Property noticedBy, Function<Evidence, Optional<Evidence>> plant) {}

    /** Whether the right property noticed. */
    public record Result(String fault, boolean noticed) {}

    /** Seeds each defect by itself; those that do not apply to the evidence are left out. */
    public static List<Result> into(Evidence evidence) {
        return DefectCatalogue.ALL.stream()
                .flatMap(plant -> plant.plant().apply(evidence).stream()
                        .map(spoilt -> new Result(plant.fault(), notices(plant.noticedBy(), spoilt, evidence))))
                .toList();
    }

    /** By one violation more than before, so that evidence which is bad already can hide nothing. */
    private static boolean notices(Property property, Evidence spoilt, Evidence before) {
        return property.check(new Facts(spoilt)).violations().size()
                > property.check(new Facts(before)).violations().size();
    }
}
