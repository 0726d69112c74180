package io.parvis.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventloop.testing.SlowTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void tagsWhatIsSlow() {
        assertThat(SlowTests.untagged("io.parvis.eventloop")).isEmpty();
    }

    @Test
    void noticesWhatDoesNotSaySo() {
        assertThat(SlowTests.untagged("io.parvis.careless")).hasSize(2);
    }
}
