package io.parvis.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static Plan plan(String... arguments) {
        return Arguments.plan(List.of(arguments), Path.of("."), Path.of("var"));
    }

    @Test
    void takesWhatIsGiven() {
        var plan = plan("--minutes", "35", "--seed", "7", "--kills", "300");

        assertThat(plan.time()).isEqualTo(Duration.ofMinutes(35));
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.kills()).isEqualTo(300);
    }

    @Test
    void killsEverySixSecondsAndAHalfUnlessTold() {
        assertThat(plan("--minutes", "35").kills()).isBetween(300, 330);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> plan("--hours", "1")).hasMessageContaining("--hours");
        assertThatThrownBy(() -> plan("--minutes")).hasMessageContaining("value");
        assertThatThrownBy(() -> plan("--minutes", "0")).hasMessageContaining("--minutes");
    }
}
