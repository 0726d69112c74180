package io.parvis.torture.workload;

import io.parvis.torture.history.Operation;
import io.parvis.torture.workload.World.Contest;
import io.parvis.torture.workload.World.Fan;
import io.parvis.torture.workload.World.Said;
import io.parvis.torture.workload.World.Slug;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** One client: chooses what to do next, by its own dice. */
final class Person {

    private static final int MOST_LINES = 30;

    private final World world;
    private final Performer performer;
    private final MentionStreams streams;
    private final SplittableGenerator random;
    private final Acts acts;

    Person(World world, Performer performer, MentionStreams streams, SplittableGenerator random) {
        this.world = world;
        this.performer = performer;
        this.streams = streams;
        this.random = random;
        this.acts = new Acts(performer, random);
    }

    void actOnce() {
        var brandId = world.brands.pick(random);
        if (brandId == null) {
            registerBrand();
            return;
        }
        int dice = random.nextInt(100);
        if (dice < 4) {
            registerBrand();
        } else if (dice < 10) {
            draft(brandId);
        } else if (dice < 17) {
            publish();
        } else if (dice < 21) {
            archiveWhilePublishing();
        } else if (dice < 31) {
            registerFan(brandId);
        } else if (dice < 62) {
            enterAtOnce();
        } else if (dice < 68) {
            acts.setPersona(brandId);
        } else if (dice < 74) {
            performer.readBack(random, acts.planChannel(brandId, "@c" + random.nextInt(5_000)), Acts.brand(brandId));
        } else if (dice < 93) {
            capture(brandId);
        } else {
            stream(brandId);
        }
    }

    private void registerBrand() {
        // Others may be at the same slug.
        var known = random.nextInt(3) == 0 ? world.slugs.pick(random) : null;
        var slug = known == null ? acts.fresh("b") : known.slug();
        world.slugs.add(new Slug(slug));
        var brandId = read(acts.registerBrand(slug), "/v1/brands/");
        if (brandId != null) {
            world.brands.add(brandId);
        }
    }

    private @Nullable String read(Operation operation, String collection) {
        var id = Performer.id(operation);
        if (id != null) {
            performer.readBack(random, operation, collection + id);
        }
        return id;
    }

    private void draft(String brandId) {
        var contestId = read(acts.draft(brandId), Acts.brand(brandId) + "/contests/");
        if (contestId != null) {
            world.drafts.add(new Contest(brandId, contestId));
        }
    }

    private void publish() {
        var contest = world.drafts.pick(random);
        if (contest != null && Performer.done(acts.publish(contest))) {
            world.published.add(contest);
        }
    }

    private @Nullable Fan registerFan(String brandId) {
        // Of a few external ids, so that some are taken.
        var externalId = random.nextInt(3) == 0 ? "x" + random.nextInt(500) : null;
        var fanId = read(acts.registerFan(brandId, externalId), Acts.brand(brandId) + "/fans/");
        if (fanId == null) {
            return null;
        }
        var fan = new Fan(brandId, fanId);
        world.fans.add(fan);
        return fan;
    }

    /** The same fan and contest from up to four sides; now and then a contest that nobody may enter yet. */
    private void enterAtOnce() {
        var contest = random.nextInt(12) == 0 ? world.drafts.pick(random) : world.published.pick(random);
        var fan = world.fans.pick(random);
        if (contest == null) {
            return;
        }
        if (fan == null || !fan.brandId().equals(contest.brandId())) {
            fan = registerFan(contest.brandId());
        }
        if (fan != null) {
            var fanId = fan.fanId();
            atOnce(1 + random.nextInt(4), one -> one.enter(contest, fanId));
        }
    }

    /** A brand that is there only to fall silent in the middle of something. */
    private void archiveWhilePublishing() {
        var brandId = Performer.id(acts.registerBrand(acts.fresh("doomed")));
        if (brandId == null) {
            return;
        }
        var contestId = Performer.id(acts.draft(brandId));
        if (contestId == null) {
            return;
        }
        var contest = new Contest(brandId, contestId);
        if (random.nextInt(3) == 0) {
            world.drafts.add(contest);
            world.brands.add(brandId);
        }
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                var one = new Acts(performer, random.split());
                var archives = i == 0;
                together.submit(() -> archives ? one.archive(brandId) : one.publish(contest));
            }
        }
    }

    private void atOnce(int times, Consumer<Acts> act) {
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                var one = new Acts(performer, random.split());
                together.submit(() -> act.accept(one));
            }
        }
    }

    private void capture(String brandId) {
        var said = said(brandId, random);
        world.mentions.add(said);
        acts.capture(said);
    }

    private Said said(String brandId, RandomGenerator dice) {
        var known = dice.nextInt(5) == 0 ? world.mentions.pick(dice) : null;
        return known != null ? known : new Said(brandId, acts.fresh("m"));
    }

    private void stream(String brandId) {
        var mentions = new ArrayList<Said>();
        for (int i = random.nextInt(MOST_LINES); i >= 0; i--) {
            var said = said(brandId, random);
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
