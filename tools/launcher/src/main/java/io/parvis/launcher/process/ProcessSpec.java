package io.parvis.launcher.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One process to run.
 *
 * @param name as people know it, and as its files are called
 * @param executable what the process will be running, with links resolved; wrappers in front of it have exec'ed
 * @param command the whole command line; never a secret in it, since everybody can read it
 * @param environment added to the launcher's own; secrets go here
 * @param log where its output goes, line for line
 * @param grace how long it may take to end before it is killed
 */
public record ProcessSpec(
        String name,
        Path executable,
        List<String> command,
        Map<String, String> environment,
        Path log,
        StopSignal stopSignal,
        Duration grace) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
