package io.parvis.torture.workload;

import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.history.History;
import io.parvis.torture.workload.KnownThings.Contest;
import io.parvis.torture.workload.KnownThings.Mention;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** All clients, each in a thread of its own, until they are stopped. */
public final class Workload {

    private final KnownThings world = new KnownThings();
    private final History history;
    private final OperationRunner performer;
    private final MentionStreams streams;
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean stopping;

    public Workload(Cluster cluster, History history) throws SQLException {
        var http = new Http();
        var endpoints = new Endpoints(cluster);
        this.history = history;
        this.performer = new OperationRunner(http, endpoints, history, cluster.marks(), () -> stopping);
        this.streams = new MentionStreams(http, endpoints, history);
    }

    public void start(int count, SplittableGenerator random) {
        for (int i = 0; i < count; i++) {
            var person = new SimulatedClient(world, performer, streams, random.split());
            var dice = random.split();
            clients.add(Thread.ofVirtual().name("client-" + i).start(() -> {
                while (!stopping) {
                    person.actOnce();
                    Pause.random(dice, 20, 120);
                }
            }));
        }
    }

    /** Lets everybody end what is begun; nobody asks again. */
    public void stop() throws InterruptedException {
        stopping = true;
        for (var client : clients) {
            client.join();
        }
    }

    public History history() {
        return history;
    }

    /** A fan that has just been registered, and a contest that it may enter: for whoever plans something with them. */
    public @Nullable Entry newcomer(SplittableGenerator random) {
        var contest = world.published.pick(random);
        if (contest == null) {
            return null;
        }
        var fanId = OperationRunner.id(new RequestFactory(performer, random).registerFan(contest.brandId(), null));
        return fanId == null ? null : new Entry(contest.brandId(), contest.contestId(), fanId);
    }

    /** Somebody about to enter. */
    public record Entry(String brandId, String contestId, String fanId) {}

    /** Something about to be said; null where nobody is there to say it of. */
    public @Nullable String brand(SplittableGenerator random) {
        return world.brands.pick(random);
    }

    public boolean enter(Entry entry, SplittableGenerator random) {
        var contest = new Contest(entry.brandId(), entry.contestId());
        return OperationRunner.done(new RequestFactory(performer, random).enter(contest, entry.fanId()));
    }

    public boolean capture(String brandId, String externalId, SplittableGenerator random) {
        return OperationRunner.done(new RequestFactory(performer, random).capture(new Mention(brandId, externalId)));
    }
}
