package io.parvis.torture.cluster;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.process.Processes;
import io.parvis.launcher.process.Supervisor;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The services and the gateway, each with somebody who starts it again. */
final class Jvms {

    private final JvmFactory factory;
    private final Processes processes;
    private final Console console;
    private final Map<ClusterMember, Jvm> jvms = new EnumMap<>(ClusterMember.class);
    private final Map<ClusterMember, Supervisor> supervisors = new EnumMap<>(ClusterMember.class);

    Jvms(JvmFactory factory, Processes processes, Console console) {
        this.factory = factory;
        this.processes = processes;
        this.console = console;
    }

    /** Returns when all are ready. */
    void startAll(Duration most) throws InterruptedException {
        for (var part : ClusterMember.values()) {
            jvms.put(part, part.isService() ? factory.service(part, "", "") : factory.gateway(services()));
            supervisors.put(part, start(jvms.get(part)));
        }
        for (var supervisor : supervisors.values()) {
            supervisor.awaitReady(most);
        }
    }

    private Supervisor start(Jvm jvm) {
        return Supervisor.start(jvm, processes, console, () -> {});
    }

    private Map<String, String> services() {
        return Map.of(
                "PRESENCE", url(ClusterMember.PRESENCE),
                "ENGAGEMENT", url(ClusterMember.ENGAGEMENT_A),
                "REPUTATION", url(ClusterMember.REPUTATION));
    }

    String startAgain(ClusterMember part) {
        var copy = factory.service(part, "-again", Cluster.AGAIN);
        start(copy);
        return copy.url();
    }

    String url(ClusterMember part) {
        return jvms.get(part).url();
    }

    long pid(ClusterMember part) {
        return supervisors.get(part).pid();
    }

    boolean isReady(ClusterMember part) {
        return jvms.get(part).ready();
    }
}
