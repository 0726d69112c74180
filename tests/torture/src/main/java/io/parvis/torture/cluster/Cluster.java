package io.parvis.torture.cluster;

import io.parvis.launcher.StoreSetup;
import io.parvis.launcher.console.Console;
import io.parvis.launcher.file.Folder;
import io.parvis.launcher.postgres.Postgres;
import io.parvis.launcher.process.OrphanedProcesses;
import io.parvis.launcher.process.Processes;
import io.parvis.launcher.process.Supervisor;
import io.parvis.launcher.secret.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All that runs. */
public final class Cluster implements AutoCloseable {

    /** What the roles of second copies end in. */
    public static final String AGAIN = "_again";

    private static final Duration START_TIME = Duration.ofSeconds(120);
    private static final List<String> ROLES = List.of("presence", "engagement", "reputation", "gateway");

    private final Path folder;
    private final Console console;
    private final Processes processes;
    private final Secrets secrets;
    private final int postgresPort;
    private final Jvms jvms;
    private final Supervisor postgres;
    private final TcpProxy proxy;

    private Cluster(Path root, Path folder, int segments) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("logs"));
        this.console = new Console(new PrintStream(
                Files.newOutputStream(folder.resolve("logs/processes.log")), true, StandardCharsets.UTF_8));
        OrphanedProcesses.stop(folder.resolve("pids"), console);
        List.of("postgres", "secrets").forEach(old -> Folder.delete(folder.resolve(old)));
        this.processes = new Processes(folder.resolve("pids"), Set.of());
        var roles = new ArrayList<>(ROLES);
        ROLES.forEach(role -> roles.add(role + AGAIN));
        this.secrets = Secrets.in(folder.resolve("secrets"), roles);
        var ports = new FreePorts();
        this.postgresPort = ports.next();
        this.postgres = startPostgres();
        var proxyPort = ports.next();
        this.proxy = new TcpProxy(proxyPort, postgresPort);
        var environments = new Environments(proxyPort, secrets, segments);
        this.jvms = new Jvms(new JvmFactory(root, folder.resolve("logs"), environments, ports), processes, console);
    }

    /**
     * Starts everything, empty, and returns when all is ready.
     *
     * @param root the checkout, whose modules are built
     * @param folder for data and logs; what an earlier run left there goes
     * @param segments into which the work of each projection and automation is cut
     */
    public static Cluster start(Path root, Path folder, int segments) throws IOException, InterruptedException {
        Folder.delete(folder.resolve("logs"));
        var cluster = new Cluster(root, folder, segments);
        try {
            StoreSetup.run(cluster.postgresPort, cluster.secrets);
            cluster.jvms.startAll(START_TIME);
            return cluster;
        } catch (RuntimeException | InterruptedException e) {
            cluster.close();
            throw e;
        }
    }

    private Supervisor startPostgres() throws InterruptedException {
        var server = Postgres.prepare(
                folder.resolve("programs"),
                folder.resolve("postgres"),
                folder.resolve("logs/postgres.log"),
                secrets.superuserPasswordFile(),
                postgresPort,
                processes,
                console);
        var supervisor = Supervisor.start(server, processes, console, () -> {});
        supervisor.awaitReady(START_TIME);
        return supervisor;
    }

    /** Starts a second copy of a service on the same log, with a schema of its own; returns its address. */
    public String startAgain(ClusterMember part) {
        return jvms.startAgain(part);
    }

    public TcpProxy proxy() {
        return proxy;
    }

    public Database database() {
        return new Database(postgresPort, secrets.superuserPassword());
    }

    public Tokens tokens() {
        return new Tokens(secrets);
    }

    /** The marks of this store's life. */
    public PositionHeader marks() throws SQLException {
        return new PositionHeader(database()
                .query("select life from event_store.life", row -> row.getObject(1, UUID.class))
                .getFirst());
    }

    public String apiKey() {
        return secrets.keyForAll().value();
    }

    public String url(ClusterMember part) {
        return jvms.url(part);
    }

    /** The pid of the process that runs now, or ran last. */
    public long pid(ClusterMember part) {
        return jvms.pid(part);
    }

    public long postgresPid() {
        return postgres.pid();
    }

    public boolean isReady(ClusterMember part) {
        return jvms.isReady(part);
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        processes.stopAll();
        if (proxy != null) {
            proxy.close();
        }
    }
}
