package io.parvis.reputation.mention.write.capture;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged as an error from one moment on to the next question. */
final class LoggedErrors extends Handler {

    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    void record() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> recorded() {
        Logger.getLogger("").removeHandler(this);
        return List.copyOf(errors);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            errors.add(entry.getMessage() + " " + entry.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
