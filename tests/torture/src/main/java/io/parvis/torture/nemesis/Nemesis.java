package io.parvis.torture.nemesis;

import io.parvis.torture.check.LostCommits;
import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator.SplittableGenerator;

/** Lets things go wrong until it is stopped. */
public final class Nemesis {

    private static final long RETRY_MILLIS = 300;

    private final List<Fault> kills;
    private final List<Fault> disturbances;
    private final LostCommitsFault forgetting;
    private final FaultLog log;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicInteger killed = new AtomicInteger();
    private volatile boolean stopping;

    public Nemesis(Cluster cluster, Workload workload) {
        this.kills = KillFaults.of(cluster);
        this.forgetting = new LostCommitsFault(cluster);
        var others = new ArrayList<>(NetworkAndDiskFaults.of(cluster));
        others.add(forgetting);
        others.add(new FailingHandlerFault(cluster.database(), workload, new Operator(cluster)));
        this.disturbances = List.copyOf(others);
        this.log = new FaultLog(cluster.folder().resolve("logs/faults.log"));
    }

    /** @param wanted kills, spread over the time */
    public void start(int wanted, Duration time, SplittableGenerator random) {
        var end = System.nanoTime() + time.toNanos();
        run(() -> kill(wanted, end, random.split()));
        var disturbing = random.split();
        run(() -> disturb(disturbing));
    }

    private void kill(int wanted, long end, SplittableGenerator random) throws InterruptedException {
        while (!stopping && killed.get() < wanted) {
            var left = Math.max(0, end - System.nanoTime()) / 1_000_000;
            var pause = left / (wanted - killed.get());
            Thread.sleep((long) (pause * (0.5 + random.nextDouble())));
            while (!stopping && !inject(kills.get(random.nextInt(kills.size())), random)) {
                Thread.sleep(RETRY_MILLIS);
            }
            killed.incrementAndGet();
        }
    }

    private void disturb(SplittableGenerator random) throws InterruptedException {
        // Each kind once, in an order by dice, and then again: none is left out of a short run by chance.
        var order = new ArrayList<Fault>();
        while (!stopping) {
            if (order.isEmpty()) {
                order.addAll(disturbances);
                Collections.shuffle(order, Random.from(random));
                // What takes longest comes first.
                order.sort(Comparator.comparing(fault -> !(fault instanceof FailingHandlerFault)));
            }
            var fault = order.removeFirst();
            var dice = random.split();
            if (underWay.add(fault.name())) {
                run(() -> {
                    try {
                        inject(fault, dice);
                    } finally {
                        underWay.remove(fault.name());
                    }
                });
            }
            Thread.sleep(random.nextInt(1_000, 5_000));
        }
    }

    private boolean inject(Fault fault, SplittableGenerator random) throws InterruptedException {
        try {
            var detail = fault.inject(random);
            if (detail.isEmpty()) {
                return false;
            }
            log.happened(fault.name(), detail);
            return true;
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception inTheWay) {
            log.note(fault.name() + " did not come about: " + inTheWay.getMessage());
            return false;
        }
    }

    private interface Work {
        void now() throws InterruptedException;
    }

    private void run(Work work) {
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                work.now();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** How many kills there were so far. */
    public int kills() {
        return killed.get();
    }

    /** When answers could not be believed, since the database forgot what it had acknowledged. */
    public LostCommits lost() {
        return forgetting.lost();
    }

    /** How often what happened. */
    public Map<String, Integer> counts() {
        return log.counts();
    }

    /** Nothing more goes wrong; what was under way is put right by whoever did it. */
    public void stop() throws InterruptedException {
        stopping = true;
        for (var thread : threads) {
            thread.interrupt();
        }
        for (var thread : threads) {
            thread.join();
        }
    }
}
