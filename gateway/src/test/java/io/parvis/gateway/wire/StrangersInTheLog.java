package io.parvis.gateway.wire;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged meanwhile that a stranger could make us write again and again: errors, and any word on connections. */
final class StrangersInTheLog implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= least(entry.getLoggerName()).intValue()) {
                lines.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    StrangersInTheLog() {
        Logger.getLogger("").addHandler(recorder);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private static Level least(String logger) {
        return logger.startsWith("io.netty.") || logger.startsWith("io.vertx.core.net.") ? Level.INFO : Level.SEVERE;
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(recorder);
    }
}
