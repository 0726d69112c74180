package io.parvis.launcher;

import io.parvis.launcher.console.LauncherException;
import io.parvis.launcher.process.ProcessSpec;
import io.parvis.launcher.process.StopSignal;
import io.parvis.launcher.process.Supervised;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A member of the suite as a JVM of modest size. */
final class JavaProcess implements Supervised {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration TRAINING_GRACE = Duration.ofSeconds(2);

    private final Member member;
    private final LauncherSettings settings;
    private final Map<String, String> environment;
    private final Path java = runningJava();

    JavaProcess(Member member, LauncherSettings settings, Map<String, String> environment) {
        this.member = member;
        this.settings = settings;
        this.environment = environment;
        if (!Files.exists(jar())) {
            throw new LauncherException(
                    member.processName() + " is not built: run ./parvis up without PARVIS_SKIP_BUILD.");
        }
    }

    private static Path runningJava() {
        try {
            return Path.of(System.getProperty("java.home"), "bin", "java").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return member.processName();
    }

    /** What a cache was made of must be what it is used with: all of the options and the application. */
    AotCache cache() {
        return AotCache.of(settings.var().aotCaches(), name(), options(), member.application(settings.root()));
    }

    @Override
    public ProcessSpec spec() {
        var cache = cache();
        var aot = settings.aot() && cache.exists() ? List.of("-XX:AOTCache=" + cache.file()) : List.<String>of();
        return spec(name(), aot, GRACE);
    }

    /** A run that leaves a cache behind when it ends. */
    ProcessSpec trainingSpec(Path cacheFile) {
        return spec(name() + "-training", List.of("-XX:AOTCacheOutput=" + cacheFile), TRAINING_GRACE);
    }

    private ProcessSpec spec(String name, List<String> aot, Duration grace) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(options());
        command.addAll(aot);
        command.addAll(List.of("-jar", jar().toString()));
        return new ProcessSpec(name, java, command, environment, settings.var().log(name), StopSignal.TERM, grace);
    }

    private List<String> options() {
        var options = new ArrayList<>(List.of(
                "-Xmx" + settings.heapOf(member),
                // Grows when it must: the JVM would begin with all of it and never give the pages back.
                "-Xms32m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=64m",
                // The supervisor starts it again; a JVM that lacks memory but lives helps nobody.
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                // Axon asks its maker's server for updates otherwise.
                "-Daxoniq.update-checker.disabled=true"));
        options.addAll(settings.javaOptionsOf(member));
        return options;
    }

    private Path jar() {
        return member.application(settings.root()).resolve("quarkus-run.jar");
    }

    @Override
    public boolean ready() {
        return Health.isGood(settings.urlOf(member) + "/q/health/ready");
    }
}
