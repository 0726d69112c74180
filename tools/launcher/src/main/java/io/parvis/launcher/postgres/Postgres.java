package io.parvis.launcher.postgres;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.process.ProcessSpec;
import io.parvis.launcher.process.Processes;
import io.parvis.launcher.process.StopSignal;
import io.parvis.launcher.process.Supervised;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server, with the settings of a machine that matters. */
public final class Postgres implements Supervised {

    /** The role that owns the server and may do anything in it. */
    public static final String SUPERUSER = "postgres";

    /** Time for the last checkpoint; a server killed before it recovers at its next start, a little slower. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final ProcessSpec spec;
    private final Path dataFolder;
    private final OrphanedBackends leftovers;

    private Postgres(ProcessSpec spec, Path dataFolder, OrphanedBackends leftovers) {
        this.spec = spec;
        this.dataFolder = dataFolder;
        this.leftovers = leftovers;
    }

    /**
     * Unpacks the programs and makes the data folder where there is none.
     *
     * @param passwordFile the superuser's password, set when the data folder is made
     * @throws io.parvis.launcher.console.LauncherException when the data is another major version's, or PostgreSQL cannot run here
     */
    public static Postgres prepare(
            Path programFolder,
            Path dataFolder,
            Path log,
            Path passwordFile,
            int port,
            Processes processes,
            Console console)
            throws InterruptedException {
        var data = new PostgresData(dataFolder);
        if (data.exists()) {
            data.refuseAnotherMajor(PostgresBinaries.majorVersion());
        }
        var binaries = PostgresBinaries.in(programFolder, console);
        if (!data.exists()) {
            console.say("postgres", "making a new database in " + dataFolder);
            data.create(binaries, processes, log, SUPERUSER, passwordFile);
        }
        try {
            var folder = dataFolder.toRealPath();
            var program = binaries.program("postgres");
            return new Postgres(spec(program, folder, log, port), folder, new OrphanedBackends(program, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessSpec spec(Path program, Path dataFolder, Path log, int port) {
        var command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(program.toString(), "-D", dataFolder.toString(), "-p", Integer.toString(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ProcessSpec("postgres", program, command, Map.of(), log, StopSignal.INT, GRACE);
    }

    private static Map<String, String> settings() {
        return Map.of(
                "listen_addresses", "127.0.0.1",
                // A socket file's path has a short limit, and nobody needs it.
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                // Segments of the log that are done with are deleted and not used again: they tell of keys.
                "wal_recycle", "off",
                "shared_buffers", "128MB",
                "max_connections", "200",
                "timezone", "UTC",
                "log_timezone", "UTC");
    }

    @Override
    public ProcessSpec spec() {
        return spec;
    }

    @Override
    public boolean ready() {
        return PostmasterPid.saysReady(dataFolder);
    }

    @Override
    public void prepare() {
        leftovers.clear();
    }
}
