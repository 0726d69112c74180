package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

class StreamedPositionTest {

    private final StreamedPosition view = StreamedPosition.reached(1220);

    @Test
    void goesOnWithWhatFollows() {
        assertThat(view.covers(StreamedPosition.following(1220, 1221))).isFalse();
    }

    @Test
    void goesOnOverWhatConcernsNobody() {
        assertThat(view.covers(StreamedPosition.following(1220, 1300))).isFalse();
    }

    @Test
    void passesOverWhatItHasAlready() {
        assertThat(view.covers(StreamedPosition.following(1100, 1101))).isTrue();
    }

    @Test
    void goesOnWithAStreamThatBeganEarlierForAnother() {
        assertThat(view.covers(StreamedPosition.following(1200, 1221))).isFalse();
    }

    @Test
    void refusesToGoOnWhereSomethingWasLeftOut() {
        assertThatThrownBy(() -> view.covers(StreamedPosition.following(1928, 1929)))
                .isInstanceOf(StreamedPosition.LeftOut.class)
                .hasMessageContaining("1220")
                .hasMessageContaining("1929");
    }

    @Test
    void isThePlaceThatAxonKnows() {
        assertThat(view)
                .isEqualTo(new GlobalSequenceTrackingToken(1220))
                .hasSameHashCodeAs(new GlobalSequenceTrackingToken(1220));
    }
}
