package io.parvis.torture.nemesis;

import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.cluster.ClusterMember;
import java.util.ArrayList;
import java.util.List;

/** {@code kill -9}, of whatever runs. */
final class KillFaults {

    private KillFaults() {}

    /** Each as likely as any other; the store's own server twice as likely. */
    static List<Fault> of(Cluster cluster) {
        var kills = new ArrayList<Fault>();
        for (var part : ClusterMember.values()) {
            kills.add(fault("kill " + part.processName(), _ -> {
                if (!cluster.isReady(part)) {
                    // It is on its way back: killing it again and again would show nothing new.
                    return "";
                }
                UnixSignals.kill(cluster.pid(part));
                return part.processName();
            }));
        }
        kills.add(fault("kill postgres", _ -> {
            UnixSignals.kill(cluster.postgresPid());
            return "postmaster";
        }));
        kills.add(fault("kill a backend of postgres", random -> {
            var backends = cluster.database()
                    .query(
                            "select pid from pg_stat_activity where backend_type = 'client backend'"
                                    + " and application_name <> 'torture'",
                            row -> row.getLong(1));
            if (backends.isEmpty()) {
                return "";
            }
            UnixSignals.kill(backends.get(random.nextInt(backends.size())));
            return "backend";
        }));
        return kills;
    }

    private static Fault fault(String name, FaultAction inject) {
        return new SimpleFault(name, inject);
    }
}
