package io.parvis.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.torture.check.SeededDefects;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./parvis torture}: the same, for half a minute, with dice that fall the same way each time. */
@Tag("slow")
class ShortRunTest {

    private static final long SEED = 20_260_704;
    private static final int KILLS = 5;

    @Test
    void losesDoublesAndForgetsNothingWhateverGoesWrong() throws Exception {
        var root = Path.of("..", "..").toAbsolutePath().normalize();
        var folder = Path.of("target", "short-run").toAbsolutePath();

        var report = new Torture(new Plan(root, folder, Duration.ofSeconds(28), KILLS, 8, 3, SEED), System.out).run();
        report.print(System.out);

        assertThat(report.verdicts())
                .as("what fails with seed %d; logs in %s", SEED, folder)
                .allSatisfy(verdict ->
                        assertThat(verdict.violations()).as(verdict.property()).isEmpty());
        assertThat(report.planted())
                .as("faults planted into the evidence of this run that the checker did not notice")
                .hasSizeGreaterThanOrEqualTo(15)
                .allMatch(SeededDefects.Result::noticed);
        assertThat(report.evidence().log()).as("events").hasSizeGreaterThan(100);
    }
}
