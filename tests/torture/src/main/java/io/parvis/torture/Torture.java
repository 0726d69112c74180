package io.parvis.torture;

import io.parvis.torture.check.Checker;
import io.parvis.torture.check.SeededDefects;
import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.evidence.Collector;
import io.parvis.torture.history.History;
import io.parvis.torture.nemesis.Nemesis;
import io.parvis.torture.nemesis.Recovery;
import io.parvis.torture.workload.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SplittableRandom;

/** One run, from starting to judging. */
final class Torture {

    private static final long TICK_MILLIS = 500;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);
    private static final int WARM = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);

    private final Plan plan;
    private final PrintStream out;
    private final long began = System.nanoTime();

    Torture(Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    RunReport run() throws IOException, InterruptedException, SQLException {
        say("starting PostgreSQL, a proxy, five JVMs; seed " + plan.seed() + ", logs in " + plan.folder());
        try (var cluster = Cluster.start(plan.root(), plan.folder(), plan.segments())) {
            // Also when this process is told to end.
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            return torment(cluster);
        }
    }

    private RunReport torment(Cluster cluster) throws InterruptedException, SQLException {
        var dice = new SplittableRandom(plan.seed());
        var history = new History();
        var workload = new Workload(cluster, history);
        workload.start(plan.clients(), dice.split());
        pause(WARM_UP, () -> history.acknowledgedSoFar() >= WARM);
        var nemesis = new Nemesis(cluster, workload);
        say("all is up; things go wrong from here on");
        nemesis.start(plan.kills(), plan.time(), dice.split());
        letGoOn(nemesis, history);
        say("healing");
        nemesis.stop();
        var ill = new Recovery(cluster).heal();
        var before = history.acknowledgedSoFar();
        pause(AFTERWARDS, () -> history.acknowledgedSoFar() > before + WARM);
        // The last fault: after it nobody records anything that would wake those who have missed something.
        var blackhole = cluster.proxy().blackhole(dice.split(), 1);
        workload.stop();
        say(blackhole + " connections are mute, and the log is quiet; catching up, and making the views again");
        var evidence = nemesis.lost().discount(new Collector(cluster).collect(history, ill));
        say("checking");
        return new RunReport(
                plan,
                evidence,
                nemesis.kills() + " kills, " + history.counts(),
                nemesis.counts(),
                Checker.check(evidence),
                SeededDefects.into(evidence));
    }

    private void letGoOn(Nemesis nemesis, History history) throws InterruptedException {
        var end = System.nanoTime() + plan.time().toNanos();
        var nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
        // Kills that were due at the end may come a little late.
        var atLast = end + plan.time().toNanos() / 10;
        while (System.nanoTime() < end || nemesis.kills() < plan.kills() && System.nanoTime() < atLast) {
            Thread.sleep(TICK_MILLIS);
            if (System.nanoTime() > nextLine) {
                say(nemesis.kills() + " kills, " + history.counts());
                nextLine += BETWEEN_LINES.toNanos();
            }
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void pause(Duration most, Condition enough) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end && !enough.holds()) {
            Thread.sleep(TICK_MILLIS / 5);
        }
    }

    private void say(String what) {
        var seconds = (System.nanoTime() - began) / 1_000_000_000;
        out.printf("%02d:%02d  %s%n", seconds / 60, seconds % 60, what);
    }
}
