package io.parvis.torture.nemesis;

import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.cluster.ClusterMember;
import io.parvis.torture.cluster.Database;
import io.parvis.torture.cluster.TcpProxy;
import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;

/** What does not kill: broken, silent and refused connections, frozen processes, a slow disk. */
final class NetworkAndDiskFaults {

    /** An append with its answer is some hundred to some thousand bytes. */
    private static final int MOST_BYTES = 6_000;

    private NetworkAndDiskFaults() {}

    static List<Fault> of(Cluster cluster) {
        var proxy = cluster.proxy();
        return List.of(
                new SimpleFault("cut all connections", random -> proxy.cut(random, 1) + " connections"),
                new SimpleFault("cut some connections", random -> proxy.cut(random, 0.3) + " connections"),
                new SimpleFault(
                        "cut connections half-way",
                        random -> proxy.cutLater(random, 0.6, MOST_BYTES) + " connections armed"),
                new SimpleFault(
                        "cut connections half-way, early",
                        random -> proxy.cutLater(random, 0.9, MOST_BYTES / 10) + " connections armed"),
                new SimpleFault("mute some connections", random -> proxy.blackhole(random, 0.4) + " connections"),
                new SimpleFault("stall connections", random -> stall(proxy, random)),
                new SimpleFault("refuse new connections", random -> refuse(proxy, random)),
                new SimpleFault("freeze a service", random -> freeze(cluster, random)),
                new SimpleFault("slow disk", random -> slowDisk(cluster.database(), random)));
    }

    private static String stall(TcpProxy proxy, RandomGenerator random) throws InterruptedException {
        // Mostly shorter than anybody's patience, sometimes longer than a round trip may take.
        var millis = random.nextInt(6) == 0 ? random.nextInt(9_000, 13_000) : random.nextInt(300, 4_000);
        proxy.stall();
        try {
            Thread.sleep(millis);
        } finally {
            proxy.flow();
        }
        return millis + " ms";
    }

    private static String refuse(TcpProxy proxy, RandomGenerator random) throws InterruptedException {
        var millis = random.nextInt(500, 4_000);
        proxy.refuse();
        try {
            // Who has a connection would not notice.
            proxy.cut(random, 0.5);
            Thread.sleep(millis);
        } finally {
            proxy.welcome();
        }
        return millis + " ms";
    }

    private static String freeze(Cluster cluster, RandomGenerator random) throws Exception {
        var services = List.of(
                ClusterMember.PRESENCE,
                ClusterMember.ENGAGEMENT_A,
                ClusterMember.ENGAGEMENT_B,
                ClusterMember.REPUTATION);
        var part = services.get(random.nextInt(services.size()));
        var pid = cluster.pid(part);
        var millis = random.nextInt(2_000, 15_000);
        UnixSignals.freeze(pid);
        try {
            Thread.sleep(millis);
        } finally {
            UnixSignals.thaw(pid);
        }
        return part.processName() + " for " + millis + " ms";
    }

    private static String slowDisk(Database database, RandomGenerator random) throws Exception {
        var millis = random.nextInt(2_000, 8_000);
        database.execute(
                "alter system set commit_delay = 100000",
                "alter system set commit_siblings = 0",
                "select pg_reload_conf()");
        try {
            Thread.sleep(millis);
        } finally {
            resetDisk(database);
        }
        return millis + " ms";
    }

    static void resetDisk(Database database) throws SQLException {
        database.execute(
                "alter system reset commit_delay", "alter system reset commit_siblings", "select pg_reload_conf()");
    }
}
