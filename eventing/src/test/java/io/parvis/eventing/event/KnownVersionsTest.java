package io.parvis.eventing.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownVersionsTest {

    private final KnownVersions versions = new KnownVersions();

    @Event(namespace = "test", name = "Poured", version = "9")
    private record Poured() {}

    @Event(namespace = "test", name = "Spilt", version = "v1")
    private record Spilt() {}

    @ParameterizedTest
    @ValueSource(strings = {"9", "8", "1", "0"})
    void knowsItsOwnVersionAndThoseBefore(String written) {
        assertThatCode(() -> versions.check(Poured.class, new MessageType("test.Poured", written), 7))
                .doesNotThrowAnyException();
        assertThat(versions.newer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "11", "90", "2147483648", "99999999999999999999999999999999"})
    void knowsNoneOfThoseAfter(String written) {
        assertThatThrownBy(() -> versions.check(Poured.class, new MessageType("test.Poured", written), 7))
                .isInstanceOf(NewerEventException.class)
                .hasMessage("test.Poured %s at 7 is newer than this release, which knows it up to 9", written);
        assertThat(versions.newer()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09", "010", "1.0", "10.0", "-1", "+10", "ten", "10a", " 10", "1e3", "１０", "٢", "none"})
    void takesNothingElseForAVersion(String written) {
        assertThatThrownBy(() -> versions.check(Poured.class, new MessageType("test.Poured", written), 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(written);
        assertThat(versions.newer()).isEmpty();
    }

    @Test
    void asksNothingOfWhatIsNotReadAsThatEvent() {
        assertThatCode(() -> versions.check(Poured.class, new MessageType("test.Drunk", "10"), 7))
                .doesNotThrowAnyException();
        assertThatCode(() -> versions.check(byte[].class, new MessageType("test.Poured", "10"), 7))
                .doesNotThrowAnyException();
    }

    @Test
    void tellsEachTypeOnceAndForgetsItWithTheLog() {
        for (int position = 1; position < 5; position++) {
            var written = new MessageType("test.Poured", "1" + position);
            long at = position;
            assertThatThrownBy(() -> versions.check(Poured.class, written, at)).isInstanceOf(NewerEventException.class);
        }
        assertThat(versions.newer()).singleElement().asString().contains(" 11 at 1 ");

        versions.forget();

        assertThat(versions.newer()).isEmpty();
    }

    @Test
    void demandsANumberOfEveryEvent() {
        assertThatThrownBy(() -> EventType.of(Spilt.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
