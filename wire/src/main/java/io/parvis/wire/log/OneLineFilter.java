package io.parvis.wire.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Keeps a message on its line. Requests, and failures that quote them, are written by strangers: a line break in one
 * would be a line of theirs in our log, and an escape sequence a command to the terminal of who reads it.
 */
@LoggingFilter(name = "one-line")
public final class OneLineFilter implements Filter {

    private static final Formatter WORDS = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (entry instanceof ExtLogRecord extended) {
            extended.setMessage(LogEscaping.text(WORDS.formatMessage(extended)), ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            entry.setMessage(LogEscaping.text(entry.getMessage()));
        }
        if (entry.getThrown() != null) {
            entry.setThrown(EscapedThrowable.of(entry.getThrown()));
        }
        return true;
    }
}
