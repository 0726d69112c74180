package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.eventing.event.KnownVersions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final long HEAD = 41;
    private static final UUID LIFE = UUID.randomUUID();
    private final Window window = new Window(LIFE, 4, 100, new LogPosition(HEAD, id(HEAD)));

    @Test
    void givesWhatComesAfterAPosition() {
        add(42, 43, 44);

        assertThat(after(41, 10)).containsExactly(42L, 43L, 44L);
        assertThat(after(41, 2)).containsExactly(42L, 43L);
        assertThat(after(43, 10)).containsExactly(44L);
        assertThat(after(44, 10)).isEmpty();
        assertThat(after(99, 10)).isEmpty();
        assertThat(window.end()).isEqualTo(44);
    }

    @Test
    void forgetsTheOldestForTheNewest() {
        add(42, 43, 44, 45, 46, 47);

        assertThat(window.reachesBackTo(42)).isFalse();
        assertThat(window.reachesBackTo(43)).isTrue();
        assertThat(after(43, 10)).containsExactly(44L, 45L, 46L, 47L);
    }

    @Test
    void holdsNoMoreBytesThanItMay() {
        window.add(event(42, 60));
        window.add(event(43, 60));

        assertThat(window.reachesBackTo(41)).isFalse();
        assertThat(after(42, 10)).containsExactly(43L);

        window.add(event(44, 101));
        assertThat(window.reachesBackTo(43)).isFalse();
        assertThat(after(44, 10)).isEmpty();
        window.add(event(45, 1));
        assertThat(after(44, 10)).containsExactly(45L);
    }

    @Test
    void beginsAtTheHead() {
        assertThat(window.reachesBackTo(40)).isFalse();
        assertThat(window.reachesBackTo(41)).isTrue();
        assertThat(after(41, 10)).isEmpty();
    }

    @Test
    void knowsWhoIsOnItsLine() {
        add(42, 43, 44, 45, 46);

        assertThat(window.has(new LogPosition(42, id(42)))).isTrue();
        assertThat(window.has(new LogPosition(46, id(46)))).isTrue();
        assertThat(window.has(new LogPosition(46, id(99)))).isFalse();
        assertThat(window.has(new LogPosition(42, id(99)))).isFalse();
        assertThat(window.has(new LogPosition(44, null))).isTrue();
        assertThat(window.has(new LogPosition(41, id(41)))).isFalse();
        assertThat(window.has(new LogPosition(47, id(47)))).isFalse();
        assertThat(window.newest()).isEqualTo(new LogPosition(46, id(46)));
    }

    @Test
    void takesNoEventOutOfItsTurn() {
        assertThatThrownBy(() -> add(43)).isInstanceOf(IllegalArgumentException.class);
    }

    private void add(long... positions) {
        for (var position : positions) {
            window.add(event(position, 10));
        }
    }

    private List<Long> after(long position, int atMost) {
        return window.after(position, atMost).stream()
                .map(RecordedEvent::position)
                .toList();
    }

    private static RecordedEvent event(long position, int bytes) {
        return new RecordedEvent(
                id(position).toString(),
                new MessageType("tests.Event"),
                new byte[bytes],
                Map.of(),
                Instant.EPOCH,
                position,
                Instant.EPOCH,
                Set.of(),
                new KnownVersions(),
                null);
    }

    private static UUID id(long position) {
        return new UUID(0, position);
    }
}
