package io.parvis.wire.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineFilterTest {

    private static final String FORGED = "ERROR forged";

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r", "\r\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029", "\u001b[2J", "\b", "\u202e"})
    void keepsWhatAStrangerSentOnTheLineOfItsMessage(String end) {
        var entry = new ExtLogRecord(
                Level.WARN, "%s failed", ExtLogRecord.FormatStyle.PRINTF, OneLineFilterTest.class.getName());
        entry.setParameters(new Object[] {"GET /x" + end + FORGED});

        assertThat(written(entry)).hasLineCount(1).doesNotContain(end).contains("GET /x\\", FORGED + " failed");
    }

    @Test
    void keepsTheWordsOfAFailureAndOfItsCausesOnTheirLines() {
        var cause = new IllegalArgumentException("a value with \r\n" + FORGED);
        var failure = new IllegalStateException("a name with \n" + FORGED, cause);
        failure.addSuppressed(new IllegalStateException("\n" + FORGED));
        cause.addSuppressed(failure);
        var entry = new ExtLogRecord(Level.ERROR, "It failed", OneLineFilterTest.class.getName());
        entry.setThrown(failure);

        assertThat(written(entry).lines())
                .noneMatch(line -> line.startsWith(FORGED))
                .anyMatch(line -> line.endsWith("IllegalStateException: a name with \\n" + FORGED))
                .anyMatch(line -> line.endsWith("IllegalArgumentException: a value with \\r\\n" + FORGED))
                .anyMatch(line -> line.contains("at io.parvis.wire.log.OneLineFilterTest"));
    }

    @Test
    void leavesAMessageAsItIsThatHidesNothing() {
        var entry = new ExtLogRecord(
                Level.INFO,
                "{0} dépasse 100 %",
                ExtLogRecord.FormatStyle.MESSAGE_FORMAT,
                OneLineFilterTest.class.getName());
        entry.setParameters(new Object[] {"café 🙂"});

        assertThat(written(entry)).isEqualTo("café 🙂 dépasse 100 %");
    }

    private static String written(ExtLogRecord entry) {
        new OneLineFilter().isLoggable(entry);
        return new PatternFormatter("%s%e").format(entry);
    }
}
