package io.parvis.launcher;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.console.LauncherException;
import io.parvis.launcher.file.Folder;
import io.parvis.launcher.postgres.Postgres;
import io.parvis.launcher.process.LogFile;
import io.parvis.launcher.process.LogRotation;
import io.parvis.launcher.process.OrphanedProcesses;
import io.parvis.launcher.process.Processes;
import io.parvis.launcher.secret.SecretInventory;
import io.parvis.launcher.secret.Secrets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Brings the suite up, in the order in which its parts need each other. */
final class Launcher {

    private static final Duration START_TIME = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(50);

    private final LauncherSettings settings;
    private final VarFolder var;
    private final Console console;
    private final Processes processes;
    private final Suite suite;
    private final LogRotation logs;

    Launcher(LauncherSettings settings, Console console) {
        this.settings = settings;
        this.var = settings.var();
        this.console = console;
        this.processes = new Processes(var.pids(), settings.ownVariables());
        this.suite = new Suite(processes, console);
        this.logs = new LogRotation(var.logs(), console);
    }

    /**
     * Returns when everything is ready; from then on it is kept so.
     *
     * @param fresh whether to forget the database and the secrets first
     * @throws LauncherException when it cannot be; what had started by then runs until {@link #down()}
     */
    void up(boolean fresh) throws InterruptedException {
        var began = System.nanoTime();
        prepareFolder(fresh);
        logs.start();
        var secrets = secrets();
        var members = members(secrets);
        startPostgres(secrets);
        StoreSetup.run(settings.postgresPort(), secrets);
        if (settings.aot()) {
            new AotTraining(processes, console).run(members);
        }
        startInTurn(members);
        awaitSuite();
        suite.announce(new DevFile(var.devFile(), settings.gatewayUrl(), secrets));
        new StartupMessage(settings, secrets).print(console, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Stops all that was started, at whatever point that may be. */
    void down() {
        logs.close();
        if (processes.noneStarted()) {
            suite.stop();
            return;
        }
        console.say("Stopping");
        suite.stop();
        console.say("Stopped");
    }

    private void prepareFolder(boolean fresh) {
        DevFile.remove(var.devFile());
        OrphanedProcesses.stop(var.pids(), console);
        Ports.refuseOccupied(settings);
        if (fresh) {
            Folder.delete(var.postgres());
            Folder.delete(var.secrets());
            Folder.delete(var.secretsMade());
            Folder.delete(var.erasures());
        }
    }

    private Secrets secrets() {
        var made = new SecretInventory(var.secretsMade());
        if (Files.exists(var.postgres())) {
            var lost = made.missingFrom(var.secrets());
            if (!lost.isEmpty()) {
                throw new LauncherException(
                        "There is a database in " + var.postgres() + " and of its secrets these are gone from "
                                + var.secrets() + ": " + String.join(", ", lost)
                                + ". Put them back (made anew, they could not open what the old ones closed), or start empty with ./parvis up --fresh.");
            }
        }
        var secrets = Secrets.in(var.secrets(), Member.databaseRoles());
        made.remember();
        return secrets;
    }

    private void startPostgres(Secrets secrets) throws InterruptedException {
        LogFile.rotate(var.log("postgres"));
        var postgres = Postgres.prepare(
                var.programs(),
                var.postgres(),
                var.log("postgres"),
                secrets.superuserPasswordFile(),
                settings.postgresPort(),
                processes,
                console);
        suite.start(postgres).awaitReady(START_TIME);
    }

    private List<JavaProcess> members(Secrets secrets) {
        var environment = new MemberEnvironment(settings, secrets);
        return Arrays.stream(Member.values())
                .map(member -> new JavaProcess(member, settings, environment.of(member)))
                .toList();
    }

    /** One after another: each has the machine to itself, and together they are up as soon as all at once. */
    private void startInTurn(List<JavaProcess> members) throws InterruptedException {
        for (var member : members) {
            LogFile.rotate(var.log(member.name()));
            suite.start(member).awaitReady(START_TIME);
        }
    }

    private void awaitSuite() throws InterruptedException {
        var deadline = System.nanoTime() + START_TIME.toNanos();
        while (!Health.isGood(settings.urlOf(Member.GATEWAY) + "/q/health/suite")) {
            if (System.nanoTime() > deadline) {
                throw new LauncherException("Each part is ready but the gateway does not find them all: see "
                        + settings.urlOf(Member.GATEWAY) + "/q/health/suite and the logs in " + var.logs() + ".");
            }
            Thread.sleep(POLL);
        }
    }
}
