package io.parvis.launcher;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.process.LogFile;
import io.parvis.launcher.process.Processes;
import io.parvis.launcher.process.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Starts each member once after a build, until it is ready, and ends it: the JVM then writes its cache. It is a comfort:
 * where it does not work, members start all the same, slower.
 */
final class AotTraining {

    private static final Duration UNTIL_READY = Duration.ofSeconds(60);
    private static final Duration UNTIL_WRITTEN = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Processes processes;
    private final Console console;

    AotTraining(Processes processes, Console console) {
        this.processes = processes;
        this.console = console;
    }

    /** Makes the caches that are missing, one per processor at a time. */
    void run(List<JavaProcess> members) throws InterruptedException {
        var due = members.stream().filter(member -> !member.cache().exists()).toList();
        if (due.isEmpty()) {
            return;
        }
        console.say(
                "Making the caches that let Java start faster (once after each build; PARVIS_AOT=off leaves it out)");
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var result : due.stream()
                    .map(member -> workers.submit(() -> train(member)))
                    .toList()) {
                result.get();
            }
        } catch (ExecutionException e) {
            if (processes.stopping()) {
                return;
            }
            console.say("The caches could not be made (" + e.getCause() + "): going on without.");
        }
    }

    private boolean train(JavaProcess member) throws InterruptedException {
        var cache = member.cache();
        var unfinished = cache.file().resolveSibling(cache.file().getFileName() + ".new");
        var spec = member.trainingSpec(unfinished);
        var began = System.nanoTime();
        try {
            Files.createDirectories(unfinished.getParent());
            LogFile.rotate(spec.log());
            var made = writesCache(processes.start(spec), member, unfinished);
            if (made) {
                Files.move(unfinished, cache.file());
                cache.deleteOthers();
            } else {
                Files.deleteIfExists(unfinished);
            }
            if (!processes.stopping()) {
                tell(member.name(), made, spec.log(), Duration.ofNanos(System.nanoTime() - began));
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(String name, boolean made, Path log, Duration took) {
        console.say(
                name,
                made
                        ? "cache made in " + took.toSeconds() + " s"
                        : "no cache could be made (see " + log + "): it will start without");
    }

    private static boolean writesCache(RunningProcess process, JavaProcess member, Path file)
            throws InterruptedException {
        var deadline = System.nanoTime() + UNTIL_READY.toNanos();
        while (process.isAlive() && !member.ready()) {
            if (System.nanoTime() > deadline) {
                process.stop();
                return false;
            }
            Thread.sleep(POLL);
        }
        if (!process.isAlive()) {
            return false;
        }
        process.askToEnd();
        if (!process.waitFor(UNTIL_WRITTEN)) {
            process.stop();
            return false;
        }
        return Files.exists(file);
    }
}
