package io.parvis.eventing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class ResourceTypeTest {

    private record Opened(String id) {}

    private record Changed(String id) {}

    private static final ResourceType TAGGED = ResourceType.tagged("door", Opened.class, Changed.class);
    private static final ResourceType NAMED = ResourceType.named(Changed.class, Changed::id, Changed.class);

    @Test
    void knowsAThingByItsTag() {
        var door = TAGGED.of("d1");

        assertThat(door.isOf(new Changed(""), Set.of(Tag.of("door", "d1"), Tag.of("house", "h1"))))
                .isTrue();
        assertThat(door.isOf(new Changed(""), Set.of(Tag.of("door", "d2")))).isFalse();
    }

    @Test
    void knowsAThingByWhatItsEventsSay() {
        var door = NAMED.of("d1", Criterion.tagged(Tag.of("house", "h1"), Opened.class, Changed.class));

        assertThat(door.isOf(new Changed("d1"), Set.of())).isTrue();
        assertThat(door.isOf(new Changed("d2"), Set.of())).isFalse();
        assertThat(door.isOf(new Opened("d1"), Set.of())).isFalse();
    }

    @Test
    void refusesToReadLessThanMakesAVersion() {
        var tag = Tag.of("door", "d1");

        assertThatThrownBy(() -> TAGGED.of("d1", Criterion.tagged(tag, Opened.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Changed");
    }
}
