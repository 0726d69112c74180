package io.parvis.torture.nemesis;

import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.cluster.ClusterMember;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ends all faults, and waits until the cluster has recovered. */
public final class Recovery {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 100;

    private final Cluster cluster;
    private final Operator operator;

    public Recovery(Cluster cluster) {
        this.cluster = cluster;
        this.operator = new Operator(cluster);
    }

    /** @return what did not recover; empty if all did */
    public List<String> heal() throws InterruptedException {
        var ill = new ArrayList<String>();
        cluster.proxy().heal();
        if (!until(this::mended)) {
            ill.add("the database could not be mended");
        }
        for (var part : ClusterMember.values()) {
            if (!until(() -> thawed(part) && cluster.isReady(part))) {
                ill.add(part.processName() + " did not become ready");
            }
        }
        if (!until(() -> operator.retryAll() && !somethingFails())) {
            ill.add("parked events could not be handled again");
        }
        return ill;
    }

    private boolean thawed(ClusterMember part) throws Exception {
        UnixSignals.thaw(cluster.pid(part));
        return true;
    }

    private boolean mended() throws SQLException {
        var database = cluster.database();
        NetworkAndDiskFaults.resetDisk(database);
        LostCommitsFault.reset(database);
        var left = database.query(
                "select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint"
                        + " where conname like '" + FailingHandlerFault.CONSTRAINTS + "%'",
                row -> row.getString(1));
        for (var sql : left) {
            database.execute(sql);
        }
        return true;
    }

    /** What has failed often enough is parked when it is taken up the next time, be it mended by then. */
    private boolean somethingFails() throws SQLException {
        for (var service : List.of("presence", "engagement", "reputation")) {
            var failing = cluster.database()
                    .query(
                            "select processor from %1$s.failed_event union select processor from %1$s.failed_batch"
                                    .formatted(service),
                            row -> row.getString(1));
            if (!failing.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static boolean until(Condition condition) throws InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (condition.holds()) {
                    return true;
                }
            } catch (InterruptedException stopping) {
                throw stopping;
            } catch (Exception notYet) {
                // That is what is waited for.
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }
}
