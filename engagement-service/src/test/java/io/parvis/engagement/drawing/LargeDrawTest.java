package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 entries; more with {@code -Dparvis.draw.entries=1000000}. */
@Tag("slow")
class LargeDrawTest {

    private static final int ENTRIES = Integer.getInteger("parvis.draw.entries", 100_000);
    private static final double MEGA = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void closesDrawsAndProvesAHundredThousandEntries() throws IOException {
        var organiser = new Organiser();
        for (var i = 0; i < ENTRIES; i++) {
            var secret = new EntrySecret(
                    Organiser.CONTEST,
                    new EntryId("e" + i),
                    Organiser.bytes("fan " + i % (ENTRIES * 4L / 5)),
                    Secrets.fresh());
            organiser.entries.add(new Leaf(200 + 2L * i, secret.leaf(), secret.fan()));
        }
        organiser.position = 200 + 2L * ENTRIES;
        var before = used();

        var started = System.nanoTime();
        var tree = Leaves.tree(organiser.entries);
        var closing = organiser.close();
        var closed = System.nanoTime();
        var outcome = organiser.proof(closing).outcome();
        var drawn = System.nanoTime();
        var afterwards = used() - before;
        var file = folder.resolve("large.json");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            organiser.proof(closing).writeTo(out, Organiser.KEY);
        }
        var proved = System.nanoTime();

        var size = Files.size(file);
        var verdict = new Verifier(folder)
                .verify(Files.readAllBytes(file), "--root", tree.root().hex());
        var verified = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%,d entries: closed twice in %.2f s, drawn in %.2f s (tree and outcome hold %.0f MB), proof of %.1f MB"
                        + " written in %.2f s (drawn once more within), verified in %.2f s%n",
                ENTRIES,
                seconds(started, closed),
                seconds(closed, drawn),
                afterwards / MEGA,
                size / MEGA,
                seconds(drawn, proved),
                seconds(proved, verified));

        assertThat(verdict.isVerified()).as(verdict.said()).isTrue();
        assertThat(outcome.alternates()).hasSize((int) (ENTRIES * 4L / 5) - 3);
        assertThat(seconds(started, verified)).isLessThan(60);
        assertThat(Inclusion.of(Organiser.CONTEST, tree, organiser.entries.get(4711), 4711)
                        .verifies())
                .isTrue();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    /** What is still held after a collection: what matters beside a service's other work. */
    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
