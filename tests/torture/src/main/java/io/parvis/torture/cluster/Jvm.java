package io.parvis.torture.cluster;

import io.parvis.launcher.Health;
import io.parvis.launcher.process.ProcessSpec;
import io.parvis.launcher.process.StopSignal;
import io.parvis.launcher.process.Supervised;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A service or the gateway as a process: small, and quick to start, since it is started often. */
record Jvm(String name, Path application, int port, Map<String, String> environment, Path logs) implements Supervised {

    private static final Duration GRACE = Duration.ofSeconds(8);

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public ProcessSpec spec() {
        var java = java();
        var command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx160m",
                "-Xms32m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Daxoniq.update-checker.disabled=true",
                "-jar",
                application.resolve("quarkus-run.jar").toString()));
        return new ProcessSpec(name, java, command, environment, logs.resolve(name + ".log"), StopSignal.TERM, GRACE);
    }

    private static Path java() {
        try {
            return Path.of(System.getProperty("java.home"), "bin", "java").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean ready() {
        return Health.isGood(url() + "/q/health/ready");
    }
}
