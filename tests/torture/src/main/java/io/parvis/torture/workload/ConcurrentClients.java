package io.parvis.torture.workload;

import io.parvis.torture.workload.KnownThings.Contest;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.random.RandomGenerator.SplittableGenerator;

/** Several clients that do conflicting things at the same time. */
final class ConcurrentClients {

    private final KnownThings world;
    private final OperationRunner performer;
    private final SplittableGenerator random;

    ConcurrentClients(KnownThings world, OperationRunner performer, SplittableGenerator random) {
        this.world = world;
        this.performer = performer;
        this.random = random;
    }

    /** A brand that is there only to fall silent in the middle of something. */
    void archiveWhilePublishing() {
        var requests = new RequestFactory(performer, random);
        var brandId = OperationRunner.id(requests.registerBrand(requests.fresh("doomed")));
        if (brandId == null) {
            return;
        }
        var contestId = OperationRunner.id(requests.draft(brandId));
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
                var one = new RequestFactory(performer, random.split());
                var archives = i == 0;
                together.submit(() -> archives ? one.archive(brandId) : one.publish(contest));
            }
        }
    }

    /** So many do the same. */
    void atOnce(int times, Consumer<RequestFactory> act) {
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                var one = new RequestFactory(performer, random.split());
                together.submit(() -> act.accept(one));
            }
        }
    }
}
