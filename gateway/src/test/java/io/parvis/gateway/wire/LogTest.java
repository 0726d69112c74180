package io.parvis.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.testing.SuiteAround;
import io.parvis.wire.log.OneLine;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/** That a message stays on its line is shown beside the filter; here, that the log goes through it. */
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class LogTest {

    @Test
    void goesThroughTheFilterThatKeepsMessagesOnTheirLines() {
        assertThat(Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                        .filter(ConsoleHandler.class::isInstance)
                        .map(java.util.logging.Handler::getFilter))
                .isNotEmpty()
                .hasOnlyElementsOfType(OneLine.class);
    }
}
