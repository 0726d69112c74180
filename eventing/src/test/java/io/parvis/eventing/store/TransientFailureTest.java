package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TransientFailureTest {

    @Test
    void passesWhereTheConnectionIsLost() {
        assertThat(TransientFailure.in(new IOException("Connection reset"))).isTrue();
    }

    @Test
    void passesWhereTheClientFindsItsConnectionClosed() {
        assertThat(TransientFailure.in(
                        new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isTrue();
    }

    /** An automation is not to be parked for what others do. */
    @Test
    void passesWhereTooManyAppend() {
        assertThat(TransientFailure.in(new IllegalStateException(new StoreOverloadedException())))
                .isTrue();
    }

    @Test
    void staysWhereAHandlerThrows() {
        assertThat(TransientFailure.in(new IllegalStateException("broken"))).isFalse();
    }
}
