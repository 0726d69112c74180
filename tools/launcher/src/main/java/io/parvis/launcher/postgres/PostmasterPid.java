package io.parvis.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What PostgreSQL writes about itself into its data folder. */
final class PostmasterPid {

    private static final int STATUS_LINE = 7;

    private PostmasterPid() {}

    /** Whether a server has written there that it takes connections; the file of a dead one names a dead pid. */
    static boolean saysReady(Path dataFolder) {
        try {
            var lines = Files.readAllLines(dataFolder.resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE
                    && lines.get(STATUS_LINE).strip().equals("ready")
                    && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .map(ProcessHandle::isAlive)
                            .orElse(false);
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }
}
