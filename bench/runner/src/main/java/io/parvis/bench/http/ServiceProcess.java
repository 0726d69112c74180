package io.parvis.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged Quarkus application in a JVM of its own, as everybody that is measured runs. */
final class ServiceProcess implements AutoCloseable {

    private static final long START_SECONDS = 60;

    /** No service starts without one. */
    private static final String RECORDS_KEY = "b25seS1mb3ItYmVuY2htYXJrcy1pZGVtcG90ZW5jeS1yZWNvcmRz";

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @param readyPath answers something other than 5xx once it works
     * @param options for the JVM, beside those that all have
     */
    static ServiceProcess start(
            Path application, Path log, String readyPath, List<String> options, Map<String, String> environment) {
        try {
            Files.createDirectories(log.getParent());
            int port = freePort();
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Daxoniq.update-checker.disabled=true",
                    "-Dquarkus.http.port=" + port));
            command.addAll(options);
            command.addAll(
                    List.of("-jar", application.resolve("quarkus-run.jar").toString()));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("PARVIS_IDEMPOTENCY_RECORDS_KEY", RECORDS_KEY);
            builder.environment().putAll(environment);
            var started = new ServiceProcess(builder.start(), port);
            started.awaitReady(readyPath, log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(String path, Path log) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers(path)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("It does not start; see " + log);
            }
        }
    }

    private boolean answers(String path) {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            return connection.getResponseCode() < 500;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
