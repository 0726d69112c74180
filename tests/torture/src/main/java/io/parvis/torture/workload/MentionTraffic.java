package io.parvis.torture.workload;

import io.parvis.torture.workload.KnownThings.Mention;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/** Sends mentions, one by one and as a stream; some are duplicates. */
final class MentionTraffic {

    private static final int MOST_LINES = 30;

    private final KnownThings world;
    private final RequestFactory requests;
    private final MentionStreams streams;
    private final RandomGenerator random;

    MentionTraffic(KnownThings world, RequestFactory requests, MentionStreams streams, RandomGenerator random) {
        this.world = world;
        this.requests = requests;
        this.streams = streams;
        this.random = random;
    }

    void capture(String brandId) {
        var said = said(brandId);
        world.mentions.add(said);
        requests.capture(said);
    }

    private Mention said(String brandId) {
        var known = random.nextInt(5) == 0 ? world.mentions.pick(random) : null;
        return known != null ? known : new Mention(brandId, requests.fresh("m"));
    }

    void stream(String brandId) {
        var mentions = new ArrayList<Mention>();
        for (int i = random.nextInt(MOST_LINES); i >= 0; i--) {
            var said = said(brandId);
            if (said.brandId().equals(brandId) && !mentions.contains(said)) {
                mentions.add(said);
            }
        }
        mentions.forEach(world.mentions::add);
        if (!mentions.isEmpty()) {
            streams.send(random, brandId, mentions);
        }
    }
}
