package io.parvis.torture.evidence;

import io.parvis.torture.check.Evidence;
import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.cluster.ClusterMember;
import io.parvis.torture.history.History;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Waits for quiet, reads everything, has the views made again, and reads those. */
public final class Collector {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 500;

    private final Cluster cluster;
    private final LogReader log;
    private final ViewReader views;
    private final CatchingUp catchingUp;

    public Collector(Cluster cluster) {
        this.cluster = cluster;
        this.log = new LogReader(cluster.database());
        this.views = new ViewReader(cluster.database());
        this.catchingUp = new CatchingUp(cluster, log);
    }

    /** @param ill what is known to be wrong already */
    public Evidence collect(History history, List<String> ill) throws SQLException, InterruptedException {
        var leftovers = new ArrayList<>(ill);
        leftovers.addAll(catchingUp.await(Stream.of(ClusterMember.values())
                .filter(ClusterMember::isService)
                .map(cluster::url)
                .toList()));
        for (var service : ViewReader.services()) {
            leftovers.addAll(lastingTroubles(service));
        }
        leftovers.addAll(Connections.leaked(cluster.database()));
        var events = log.log();
        var kept = views.views("");
        var copies = Stream.of(ClusterMember.PRESENCE, ClusterMember.ENGAGEMENT_A, ClusterMember.REPUTATION)
                .map(cluster::startAgain)
                .toList();
        leftovers.addAll(catchingUp.await(copies));
        for (var service : ViewReader.services()) {
            leftovers.addAll(lastingTroubles(service + Cluster.AGAIN));
        }
        return new Evidence(
                history.operations(),
                history.reads(),
                events,
                log.tags(),
                log.batches(),
                kept,
                views.views(Cluster.AGAIN),
                log.head(),
                leftovers);
    }

    /** Whoever met one mute connection after the other has no claim for a while, with nothing to be done. */
    private List<String> lastingTroubles(String service) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        var troubles = views.troubles(service);
        while (!troubles.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
            troubles = views.troubles(service);
        }
        return troubles;
    }
}
