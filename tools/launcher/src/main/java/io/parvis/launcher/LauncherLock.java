package io.parvis.launcher;

import io.parvis.launcher.console.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file lock: one launcher per folder. The system releases it when the process ends. */
final class LauncherLock implements AutoCloseable {

    private final FileChannel channel;

    private LauncherLock(FileChannel channel) {
        this.channel = channel;
    }

    static LauncherLock in(VarFolder var) {
        try {
            Files.createDirectories(var.path());
            var channel = open(var.lock());
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new LauncherException("Parvis is already running from " + var.path()
                        + ": stop that one first, or give this one its own PARVIS_VAR and PARVIS_PORT.");
            }
            return new LauncherLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
