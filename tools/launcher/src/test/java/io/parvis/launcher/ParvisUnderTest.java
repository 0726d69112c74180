package io.parvis.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole suite, started as a person starts it ({@code ./parvis up}), on ports and in a folder of its own, so that
 * one that runs already is not in the way. The modules must have been packaged: the reactor has done so by the time
 * this module's tests run.
 *
 * <p>Its folder is kept when it is closed, for its logs: {@code target/parvis-under-test-…}.
 */
public final class ParvisUnderTest implements AutoCloseable {

    private static final Duration START_TIME = Duration.ofMinutes(3);

    private final Path var;
    private final int port;
    private final Map<String, String> environment;
    private LauncherProcess launcher;

    private ParvisUnderTest(Path var, int port, Map<String, String> environment) {
        this.var = var;
        this.port = port;
        this.environment = environment;
        this.launcher = launch();
    }

    /** Starts it and returns when all is healthy. */
    public static ParvisUnderTest start() {
        return start(Map.of());
    }

    /**
     * @param environment over the defaults, such as {@code PARVIS_HEAP_REPUTATION} or {@code PARVIS_AOT}
     */
    public static ParvisUnderTest start(Map<String, String> environment) {
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            var everything = new HashMap<>(Map.of("PARVIS_SKIP_BUILD", "1", "PARVIS_AOT", "off"));
            everything.putAll(environment);
            return new ParvisUnderTest(
                    Files.createTempDirectory(target, "parvis-under-test-"), LauncherProcess.freePorts(), everything);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LauncherProcess launch() {
        var script = Path.of("..", "..", "parvis").toAbsolutePath().normalize();
        return LauncherProcess.start(List.of(script.toString(), "up"), var, port, environment)
                .awaitUp(START_TIME);
    }

    /** The gateway's address, without a slash at the end. */
    public String url() {
        return launcher.dev().get("gateway").asText();
    }

    /** With what a command line finds it, such as {@code ./parvis verify-draw} and the pages of the documentation. */
    public Map<String, String> environment() {
        return Map.of("PARVIS_VAR", var.toString(), "PARVIS_SKIP_BUILD", "1");
    }

    /** The key that may do everything on every brand. */
    public String apiKey() {
        return launcher.dev().get("apiKey").asText();
    }

    /**
     * @param role such as {@code editor}: one principal with that role on every brand
     */
    public String apiKey(String role) {
        return launcher.dev().get("apiKeys").get(role).asText();
    }

    /** The pid of a process now: {@code postgres}, {@code presence-service} and so on; another after a restart. */
    public long pid(String process) {
        return launcher.pids().get(process);
    }

    /** Where a process can be reached beside the gateway: {@code presence-service} and so on. */
    public String urlOf(String process) {
        for (var member : Member.values()) {
            if (member.processName().equals(process)) {
                return "http://127.0.0.1:" + (port + member.portOffset());
            }
        }
        throw new IllegalArgumentException(process);
    }

    /** PostgreSQL's JDBC address; its superuser is {@code postgres}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + (port + Member.POSTGRES_PORT_OFFSET) + "/" + StoreSetup.DATABASE;
    }

    /** The superuser's password. */
    public String databasePassword() {
        return read(var.resolve("secrets").resolve("postgres-password")).strip();
    }

    /** What a process has logged since the last start. */
    public String log(String process) {
        return read(var.resolve("logs").resolve(process + ".log"));
    }

    /** What the launcher has told since its last start. */
    public String console() {
        return launcher.output();
    }

    /** {@code kill -9} of one of its processes; the launcher starts it again. */
    public void kill(String process) {
        ProcessHandle.of(pid(process)).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Stops everything and starts it again on the same data. */
    public void restart() throws InterruptedException {
        launcher.stop();
        launcher = launch();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        launcher.close();
    }
}
