package io.parvis.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a service has logged of tasks that held one of its event loops for long. */
final class LoopStalls {

    private static final String LOGGER = "io.parvis.eventloop.EventLoopWatchdog";

    private LoopStalls() {}

    static String in(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            var stalls = lines.filter(line -> line.contains(LOGGER)).toList();
            return stalls.isEmpty()
                    ? "No task held an event loop for more than 50 ms of CPU time."
                    : "Tasks that held an event loop for more than 50 ms of CPU time: " + stalls.size()
                            + ", the first:\n\n    " + stalls.getFirst();
        }
    }
}
