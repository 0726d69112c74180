package io.parvis.eventing.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Upcasts events of the log to the newest version of their format; newest events pass unchanged. */
public final class UpcasterChain {

    private record Version(String name, String version) {}

    /** An event's name, version and JSON payload. */
    public record VersionedPayload(String name, String version, byte[] payload) {}

    private final Map<Version, Upcaster> steps = new HashMap<>();
    private final KnownVersions versions = new KnownVersions();

    public UpcasterChain(Iterable<Upcaster> upcasters) {
        for (var upcaster : upcasters) {
            var from = new Version(upcaster.eventName(), upcaster.fromVersion());
            if (!leadsOn(upcaster) || steps.put(from, upcaster) != null) {
                throw new IllegalArgumentException("Two ways, or none, lead on from " + from);
            }
        }
    }

    /** A step back would be taken for ever. */
    private static boolean leadsOn(Upcaster step) {
        return EventVersion.isOne(step.fromVersion())
                && EventVersion.isOne(step.toVersion())
                && EventVersion.isNewer(step.toVersion(), step.fromVersion());
    }

    /** The versions that this release knows. */
    public KnownVersions versions() {
        return versions;
    }

    /** @throws UncheckedIOException where the payload of an old version is not a JSON object */
    public VersionedPayload current(String name, String version, byte[] payload) {
        var step = steps.get(new Version(name, version));
        if (step == null) {
            return new VersionedPayload(name, version, payload);
        }
        try {
            var json = (ObjectNode) EventJson.mapper().readTree(payload);
            while (step != null) {
                json = step.upcast(json);
                version = step.toVersion();
                step = steps.get(new Version(name, version));
            }
            return new VersionedPayload(name, version, EventJson.mapper().writeValueAsBytes(json));
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " " + version + " in the log is not JSON", broken);
        }
    }
}
