package io.parvis.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a message is kept on its line is shown beside the filter; here, that the log of the process goes through it. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class LogTest {

    @Test
    void keepsWhatAStrangerSentOnTheLineOfItsMessage() {
        var handlers = Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .toList();

        assertThat(handlers)
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(seenBy(handler)).isEqualTo("GET /x\\nERROR forged failed"));
    }

    private static String seenBy(Handler handler) {
        var entry = new ExtLogRecord(Level.WARN, "%s failed", ExtLogRecord.FormatStyle.PRINTF, LogTest.class.getName());
        entry.setParameters(new Object[] {"GET /x\nERROR forged"});
        assertThat(handler.getFilter().isLoggable(entry)).isTrue();
        return entry.getMessage();
    }
}
