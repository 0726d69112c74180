package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

class LogTrackingTokenTest {

    private final LogTrackingToken view = LogTrackingToken.reached(new LogPosition(1220, null));

    @Test
    void goesOnWithWhatFollows() {
        assertThat(view.covers(LogTrackingToken.following(1220, new LogPosition(1221, null))))
                .isFalse();
    }

    @Test
    void goesOnOverWhatConcernsNobody() {
        assertThat(view.covers(LogTrackingToken.following(1220, new LogPosition(1300, null))))
                .isFalse();
    }

    @Test
    void passesOverWhatItHasAlready() {
        assertThat(view.covers(LogTrackingToken.following(1100, new LogPosition(1101, null))))
                .isTrue();
    }

    @Test
    void goesOnWithAStreamThatBeganEarlierForAnother() {
        assertThat(view.covers(LogTrackingToken.following(1200, new LogPosition(1221, null))))
                .isFalse();
    }

    @Test
    void refusesToGoOnWhereSomethingWasLeftOut() {
        assertThatThrownBy(() -> view.covers(LogTrackingToken.following(1928, new LogPosition(1929, null))))
                .isInstanceOf(LogTrackingToken.SkippedEventsException.class)
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
