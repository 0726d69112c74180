package io.parvis.launcher;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** A launcher as a process of its own, with a folder and a block of ports of its own. */
final class LauncherProcess implements AutoCloseable {

    private static final int PORTS = 5;
    private static final Duration STOP_TIME = Duration.ofSeconds(60);

    private final Process process;
    private final Path var;
    private final Path output;

    private LauncherProcess(Process process, Path var, Path output) {
        this.process = process;
        this.var = var;
        this.output = output;
    }

    static LauncherProcess start(List<String> command, Path var, int port, Map<String, String> environment) {
        try {
            Files.createDirectories(var);
            var output = Files.createTempFile(var, "launcher-", ".out");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("PARVIS_VAR", var.toString());
            builder.environment().put("PARVIS_PORT", Integer.toString(port));
            builder.environment().putAll(environment);
            return new LauncherProcess(builder.start(), var, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of five ports that nobody listens on, below those that the system gives to clients. */
    static int freePorts() {
        while (true) {
            var first = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (allFree(first)) {
                return first;
            }
        }
    }

    private static boolean allFree(int first) {
        for (var port = first; port < first + PORTS; port++) {
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** Waits until everything is healthy. */
    LauncherProcess awaitUp(Duration time) {
        await("healthy suite, told of in " + output)
                .atMost(time)
                .pollInterval(Duration.ofMillis(50))
                .failFast("the launcher ended, see " + output, () -> !process.isAlive())
                .until(() -> Files.exists(devFile()));
        return this;
    }

    /** {@code dev.json} as it stands. */
    JsonNode dev() {
        try {
            return new ObjectMapper().readTree(devFile().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Long> pids() {
        var pids = new TreeMap<String, Long>();
        dev().get("pids")
                .properties()
                .forEach(pid -> pids.put(pid.getKey(), pid.getValue().asLong()));
        return pids;
    }

    Path devFile() {
        return var.resolve("dev.json");
    }

    long pid() {
        return process.pid();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill} does; returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** As {@code kill -9} does: it cannot clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(STOP_TIME)) {
            throw new IllegalStateException("still running: " + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
