package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PassingFailureTest {

    @Test
    void passesWhereTheConnectionIsLost() {
        assertThat(PassingFailure.in(new IOException("Connection reset"))).isTrue();
    }

    @Test
    void passesWhereTheClientFindsItsConnectionClosed() {
        assertThat(PassingFailure.in(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isTrue();
    }

    /** An automation is not to be parked for what others do. */
    @Test
    void passesWhereTooManyAppend() {
        assertThat(PassingFailure.in(new IllegalStateException(new StoreOverloadedException())))
                .isTrue();
    }

    @Test
    void staysWhereAHandlerThrows() {
        assertThat(PassingFailure.in(new IllegalStateException("broken"))).isFalse();
    }
}
