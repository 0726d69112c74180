package io.parvis.torture.workload;

import io.parvis.torture.workload.World.Said;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/** Sends in what was said, one by one and as a stream; now and then something that is known. */
final class Talk {

    private static final int MOST_LINES = 30;

    private final World world;
    private final Acts acts;
    private final MentionStreams streams;
    private final RandomGenerator random;

    Talk(World world, Acts acts, MentionStreams streams, RandomGenerator random) {
        this.world = world;
        this.acts = acts;
        this.streams = streams;
        this.random = random;
    }

    void capture(String brandId) {
        var said = said(brandId);
        world.mentions.add(said);
        acts.capture(said);
    }

    private Said said(String brandId) {
        var known = random.nextInt(5) == 0 ? world.mentions.pick(random) : null;
        return known != null ? known : new Said(brandId, acts.fresh("m"));
    }

    void stream(String brandId) {
        var mentions = new ArrayList<Said>();
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
