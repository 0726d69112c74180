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
    private final Map<Part, Jvm> jvms = new EnumMap<>(Part.class);
    private final Map<Part, Supervisor> supervisors = new EnumMap<>(Part.class);

    Jvms(JvmFactory factory, Processes processes, Console console) {
        this.factory = factory;
        this.processes = processes;
        this.console = console;
    }

    /** Returns when all are ready. */
    void startAll(Duration most) throws InterruptedException {
        for (var part : Part.values()) {
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
                "PRESENCE", url(Part.PRESENCE),
                "ENGAGEMENT", url(Part.ENGAGEMENT_A),
                "REPUTATION", url(Part.REPUTATION));
    }

    String startAgain(Part part) {
        var copy = factory.service(part, "-again", Cluster.AGAIN);
        start(copy);
        return copy.url();
    }

    String url(Part part) {
        return jvms.get(part).url();
    }

    long pid(Part part) {
        return supervisors.get(part).pid();
    }

    boolean isReady(Part part) {
        return jvms.get(part).ready();
    }
}
