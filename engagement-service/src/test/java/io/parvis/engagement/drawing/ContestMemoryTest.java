package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.eventing.edge.Unavailable;
import io.parvis.proofs.Bytes32;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContestMemoryTest {

    private static final int LARGE = 60_000;

    /** Three fifths of it hold 100,000 entries. */
    private static final long HEAP = 100_000L * ContestMemory.BYTES_OF_AN_ENTRY / 3 * 5;

    private final ContestMemory memory = new ContestMemory(HEAP);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void refusesWhatDoesNotFitAndSaysHowMuchWould() {
        var asked = memory.get("huge", () -> count(100_001), () -> read(1));

        assertThatThrownBy(() -> asked.await().indefinitely())
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("contest");
        assertThat(reads).hasValue(0);
    }

    @Test
    void keepsWhatIsAskedFor() {
        memory.get("one", () -> count(10), () -> read(10)).await().indefinitely();

        memory.get("one", () -> count(10), () -> read(10)).await().indefinitely();

        assertThat(reads).hasValue(1);
    }

    @Test
    void makesRoomForALargeOne() {
        memory.get("one", () -> count(LARGE), () -> read(LARGE)).await().indefinitely();
        memory.get("two", () -> count(LARGE), () -> read(LARGE)).await().indefinitely();

        memory.get("one", () -> count(LARGE), () -> read(LARGE)).await().indefinitely();

        assertThat(reads).hasValue(3);
    }

    @Test
    void readsLargeOnesOneAtATime() {
        var first = new CompletableFuture<SealedContest>();
        var one = memory.reading("one", LARGE, () -> begun(first)).subscribeAsCompletionStage();
        var two = memory.reading("two", LARGE, () -> read(1)).subscribeAsCompletionStage();
        var small = memory.reading("small", 10, () -> read(10)).subscribeAsCompletionStage();

        assertThat(small).isCompleted();
        assertThat(two).isNotDone();
        first.completeExceptionally(new IllegalStateException("broken off"));

        assertThat(one).isCompletedExceptionally();
        assertThat(two).isCompleted();
    }

    private static Uni<Long> count(long entries) {
        return Uni.createFrom().item(entries);
    }

    private Uni<SealedContest> begun(CompletableFuture<SealedContest> reading) {
        reads.incrementAndGet();
        return Uni.createFrom().completionStage(reading);
    }

    private Uni<SealedContest> read(int entries) {
        reads.incrementAndGet();
        var leaves = new Leaves();
        for (int i = 0; i < entries; i++) {
            leaves.add(new Leaf(i, new Bytes32(i, 0, 0, 0), new Bytes32(i, 0, 0, 0)));
        }
        return Uni.createFrom().item(new SealedContest(Entries.of(leaves, List.of())));
    }
}
