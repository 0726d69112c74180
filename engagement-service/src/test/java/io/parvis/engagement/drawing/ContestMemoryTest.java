package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.edge.problem.Unavailable;
import io.parvis.proofs.Bytes32;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContestMemoryTest {

    private static final ContestId CONTEST = new ContestId("one");
    private static final ContestId ANOTHER_CONTEST = new ContestId("two");

    private static final int LARGE = 60_000;

    /** Three fifths of it hold 100,000 entries. */
    private static final long HEAP = 100_000L * ContestMemory.BYTES_OF_AN_ENTRY / 3 * 5;

    private final ContestMemory memory = new ContestMemory(HEAP);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void refusesWhatDoesNotFitAndSaysHowMuchWould() {
        var asked = memory.get(new ContestId("huge"), () -> count(100_001), () -> read(1));

        assertThatThrownBy(() -> asked.await().indefinitely())
                .isInstanceOf(Unavailable.class)
                .asString()
                .contains("Contest huge has 100,001 entries; the heap is large enough for 100,000.");
        assertThat(reads).hasValue(0);
    }

    @Test
    void keepsWhatIsAskedFor() {
        memory.get(CONTEST, () -> count(10), () -> read(10)).await().indefinitely();

        memory.get(CONTEST, () -> count(10), () -> read(10)).await().indefinitely();

        assertThat(reads).hasValue(1);
    }

    @Test
    void makesRoomForALargeOne() {
        memory.get(CONTEST, () -> count(LARGE), () -> read(LARGE)).await().indefinitely();
        memory.get(ANOTHER_CONTEST, () -> count(LARGE), () -> read(LARGE))
                .await()
                .indefinitely();

        memory.get(CONTEST, () -> count(LARGE), () -> read(LARGE)).await().indefinitely();

        assertThat(reads).hasValue(3);
    }

    @Test
    void readsLargeOnesOneAtATime() {
        var first = new CompletableFuture<SealedContest>();
        var one = memory.reading(CONTEST, LARGE, () -> begun(first)).subscribeAsCompletionStage();
        var two = memory.reading(ANOTHER_CONTEST, LARGE, () -> read(1)).subscribeAsCompletionStage();
        var small = memory.reading(new ContestId("small"), 10, () -> read(10)).subscribeAsCompletionStage();

        assertThat(small).isCompleted();
        assertThat(two).isNotDone();
        first.completeExceptionally(new IllegalStateException("broken off"));

        assertThat(one).isCompletedExceptionally();
        assertThat(two).isCompleted();
    }

    /** A caller's connection breaks while the contest is read for another as well. */
    @Test
    void takesNothingFromThoseWhoWaitWhereOneOfThemLeaves() {
        var reading = new CompletableFuture<SealedContest>();
        var leaving = memory.get(CONTEST, () -> count(10), () -> begun(reading))
                .subscribe()
                .with(read -> {});
        var staying = memory.get(CONTEST, () -> count(10), () -> begun(reading)).subscribeAsCompletionStage();

        leaving.cancel();

        assertThat(staying).isNotDone();
        reading.complete(contest(10));
        assertThat(staying)
                .isCompletedWithValueMatching(read -> read.entries().leaves().size() == 10);
        assertThat(reads).hasValue(1);
    }

    /** Else whoever asks and leaves, again and again, has any number of large ones read at once. */
    @Test
    void beginsNothingAnewForWhoeverAsksAgainAfterLeaving() {
        var reading = new CompletableFuture<SealedContest>();
        for (int i = 0; i < 10; i++) {
            memory.get(CONTEST, () -> count(LARGE), () -> begun(reading))
                    .subscribe()
                    .with(read -> {})
                    .cancel();
        }

        assertThat(reads).hasValue(1);
    }

    @Test
    void readsNoFurtherWhereNobodyWantsItAnyMore() {
        var first = new CompletableFuture<SealedContest>();
        var stopping = memory.reading(CONTEST, LARGE, () -> begun(first)).subscribeAsCompletionStage();
        var next = memory.reading(ANOTHER_CONTEST, LARGE, () -> read(1)).subscribeAsCompletionStage();

        stopping.cancel(true);

        assertThat(first).as("the reading").isCancelled();
        assertThat(next).isCompleted();
    }

    @Test
    void whoeverLeavesTheLineLetsNobodyBeginBeforeTheOneThatIsRead() {
        var first = new CompletableFuture<SealedContest>();
        var one = memory.reading(CONTEST, LARGE, () -> begun(first)).subscribeAsCompletionStage();
        var leaving = memory.reading(ANOTHER_CONTEST, LARGE, () -> read(1)).subscribeAsCompletionStage();
        var staying =
                memory.reading(new ContestId("three"), LARGE, () -> read(1)).subscribeAsCompletionStage();

        leaving.cancel(true);

        assertThat(staying).isNotDone();
        assertThat(reads).hasValue(1);
        first.complete(contest(1));
        assertThat(one).isCompleted();
        assertThat(staying).isCompleted();
        assertThat(reads).hasValue(2);
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
        return Uni.createFrom().item(contest(entries));
    }

    private static SealedContest contest(int entries) {
        var leaves = new Leaves();
        for (int i = 0; i < entries; i++) {
            leaves.add(new Leaf(i, new Bytes32(i, 0, 0, 0), new Bytes32(i, 0, 0, 0)));
        }
        return new SealedContest(Entries.of(leaves, List.of()));
    }
}
