package io.parvis.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.torture.check.SeededDefects.Defect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {

    private final Evidence good = GoodEvidence.make();

    @Test
    void findsNothingWrongWithGoodEvidence() {
        assertThat(Checker.check(good))
                .allSatisfy(verdict ->
                        assertThat(verdict.violations()).as(verdict.property()).isEmpty());
    }

    static List<Defect> faults() {
        return DefectCatalogue.ALL;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noticesByTheRightProperty(Defect planted) {
        var spoilt = planted.plant().apply(good);

        assertThat(spoilt).as("a place for %s", planted.fault()).isPresent();
        assertThat(failing(spoilt.orElseThrow()))
                .as(planted.fault())
                .contains(planted.noticedBy().name());
    }

    @Test
    void hasAPlantForEveryProperty() {
        assertThat(DefectCatalogue.ALL.stream().map(plant -> plant.noticedBy().name()))
                .containsAll(Checker.check(good).stream().map(Verdict::property).toList());
    }

    private static List<String> failing(Evidence evidence) {
        return Stream.of(Checker.check(evidence))
                .flatMap(List::stream)
                .filter(verdict -> !verdict.holds())
                .map(Verdict::property)
                .toList();
    }
}
