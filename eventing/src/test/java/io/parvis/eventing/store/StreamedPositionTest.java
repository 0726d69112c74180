package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

class StreamedPositionTest {

    private final StreamedPosition view = StreamedPosition.reached(new Place(1220, null));

    @Test
    void goesOnWithWhatFollows() {
        assertThat(view.covers(StreamedPosition.following(1220, new Place(1221, null))))
                .isFalse();
    }

    @Test
    void goesOnOverWhatConcernsNobody() {
        assertThat(view.covers(StreamedPosition.following(1220, new Place(1300, null))))
                .isFalse();
    }

    @Test
    void passesOverWhatItHasAlready() {
        assertThat(view.covers(StreamedPosition.following(1100, new Place(1101, null))))
                .isTrue();
    }

    @Test
    void goesOnWithAStreamThatBeganEarlierForAnother() {
        assertThat(view.covers(StreamedPosition.following(1200, new Place(1221, null))))
                .isFalse();
    }

    @Test
    void refusesToGoOnWhereSomethingWasLeftOut() {
        assertThatThrownBy(() -> view.covers(StreamedPosition.following(1928, new Place(1929, null))))
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
