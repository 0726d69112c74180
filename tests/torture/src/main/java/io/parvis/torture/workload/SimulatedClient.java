package io.parvis.torture.workload;

import io.parvis.torture.history.Operation;
import io.parvis.torture.workload.KnownThings.Contest;
import io.parvis.torture.workload.KnownThings.Fan;
import io.parvis.torture.workload.KnownThings.Slug;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** One client: chooses its next operation at random. */
final class SimulatedClient {

    private final KnownThings world;
    private final OperationRunner performer;
    private final MentionTraffic talk;
    private final ConcurrentClients rivals;
    private final SplittableGenerator random;
    private final RequestFactory requests;

    SimulatedClient(KnownThings world, OperationRunner performer, MentionStreams streams, SplittableGenerator random) {
        this.world = world;
        this.performer = performer;
        this.random = random;
        this.requests = new RequestFactory(performer, random);
        this.talk = new MentionTraffic(world, requests, streams, random);
        this.rivals = new ConcurrentClients(world, performer, random);
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
            rivals.archiveWhilePublishing();
        } else if (dice < 31) {
            registerFan(brandId);
        } else if (dice < 54) {
            enterAtOnce();
        } else if (dice < 62) {
            movePointsAtOnce();
        } else if (dice < 68) {
            requests.setPersona(brandId);
        } else if (dice < 74) {
            performer.readBack(
                    random, requests.planChannel(brandId, "@c" + random.nextInt(5_000)), RequestFactory.brand(brandId));
        } else if (dice < 93) {
            talk.capture(brandId);
        } else {
            talk.stream(brandId);
        }
    }

    private void registerBrand() {
        // Others may be at the same slug.
        var known = random.nextInt(3) == 0 ? world.slugs.pick(random) : null;
        var slug = known == null ? requests.fresh("b") : known.slug();
        world.slugs.add(new Slug(slug));
        var brandId = read(requests.registerBrand(slug), "/v1/brands/");
        if (brandId != null) {
            world.brands.add(brandId);
        }
    }

    private @Nullable String read(Operation operation, String collection) {
        var id = OperationRunner.id(operation);
        if (id != null) {
            performer.readBack(random, operation, collection + id);
        }
        return id;
    }

    private void draft(String brandId) {
        var contestId = read(requests.draft(brandId), RequestFactory.brand(brandId) + "/contests/");
        if (contestId != null) {
            world.drafts.add(new Contest(brandId, contestId));
        }
    }

    private void publish() {
        var contest = world.drafts.pick(random);
        if (contest != null && OperationRunner.done(requests.publish(contest))) {
            world.published.add(contest);
        }
    }

    private @Nullable Fan registerFan(String brandId) {
        // Of a few external ids, so that some are taken.
        var externalId = random.nextInt(3) == 0 ? "x" + random.nextInt(500) : null;
        var fanId = read(requests.registerFan(brandId, externalId), RequestFactory.brand(brandId) + "/fans/");
        if (fanId == null) {
            return null;
        }
        var fan = new Fan(brandId, fanId);
        world.fans.add(fan);
        return fan;
    }

    /** Points are earned; or more of them are burned at once than there may be. */
    private void movePointsAtOnce() {
        var fan = world.fans.pick(random);
        if (fan == null) {
            return;
        }
        if (random.nextInt(2) == 0) {
            requests.move(fan, "earn", 10L * (1 + random.nextInt(2)));
        } else {
            rivals.atOnce(1 + random.nextInt(4), one -> one.move(fan, "burn", 10));
        }
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
            rivals.atOnce(1 + random.nextInt(4), one -> one.enter(contest, fanId));
        }
    }
}
