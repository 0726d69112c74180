package io.parvis.eventing.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class CriterionTest {

    @Test
    void namesTheEventsThatItReads() {
        var tag = Tag.of("thing", "t1");

        assertThatThrownBy(() -> Criterion.tagged(tag)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Criterion.tagged(Set.of(tag))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Criterion.latest(tag)).isInstanceOf(IllegalArgumentException.class);
    }
}
