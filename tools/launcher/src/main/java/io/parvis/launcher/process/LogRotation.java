package io.parvis.launcher.process;

import io.parvis.launcher.console.Console;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Rotates each log of a folder at {@value #MOST_MIB} MiB, and keeps one older file. */
public final class LogRotation implements AutoCloseable {

    static final int MOST_MIB = 64;

    private static final int CHECK_INTERVAL_SECONDS = 5;

    private final Path folder;
    private final Console console;
    private final long mostBytes;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("logs").factory());
    private boolean told;

    public LogRotation(Path folder, Console console) {
        this(folder, console, MOST_MIB * 1024L * 1024);
    }

    LogRotation(Path folder, Console console, long mostBytes) {
        this.folder = folder;
        this.console = console;
        this.mostBytes = mostBytes;
    }

    /** Checks every few seconds, until closed. */
    public void start() {
        timer.scheduleWithFixedDelay(
                this::rotateIfFull, CHECK_INTERVAL_SECONDS, CHECK_INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    /** What cannot be turned over now is tried again with the next look. */
    void rotateIfFull() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
            for (var log : logs) {
                if (Files.size(log) > mostBytes) {
                    LogFile.rotateWhileWritten(log);
                }
            }
            told = false;
        } catch (IOException | DirectoryIteratorException e) {
            if (!told) {
                console.say("A log in " + folder + " cannot be turned over (" + e + "): trying until it can.");
                told = true;
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
