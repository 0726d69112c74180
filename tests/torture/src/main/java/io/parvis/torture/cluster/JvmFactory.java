package io.parvis.torture.cluster;

import java.nio.file.Path;
import java.util.Map;

/** Puts together what is started, each on a port of its own. */
record JvmFactory(Path root, Path logs, Environments environments, FreePorts ports) {

    /**
     * @param nameSuffix told from the original by it, where it is a copy
     * @param roleSuffix its schema likewise
     */
    Jvm service(ClusterMember part, String nameSuffix, String roleSuffix) {
        var port = ports.next();
        var name = part.processName() + nameSuffix;
        var environment = environments.ofService(part.role() + roleSuffix, name, port);
        return new Jvm(name, application(part), port, environment, logs);
    }

    Jvm gateway(Map<String, String> services) {
        var port = ports.next();
        var name = ClusterMember.GATEWAY.processName();
        return new Jvm(name, application(ClusterMember.GATEWAY), port, environments.ofGateway(port, services), logs);
    }

    private Path application(ClusterMember part) {
        return root.resolve(part.module()).resolve("target").resolve("quarkus-app");
    }
}
