package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.projection.DeadLetterQueue.HandlingFailed;
import io.parvis.eventing.projection.DeadLetterQueue.KnownFailures;
import io.parvis.eventing.testing.ParvisDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What failed in a segment is known there, and slows down no other. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class TroubleBySegmentTest {

    private static final int MINE = 0;
    private static final int FOREIGN = 1;
    private static final long POSITION = 5;
    private static final IllegalStateException BROKEN = new IllegalStateException("broken");

    @Inject
    DeadLetterQueue deadLetters;

    @Inject
    ViewTokenStore tokens;

    @Inject
    StaleViews deadLine;

    @Inject
    ViewTransactions transactions;

    private final String processor = "test.trouble-" + UUID.randomUUID();

    @BeforeEach
    void begin() {
        tokens.initializeTokenSegments(processor, 2, null, null).join();
    }

    @Test
    void anEventThatFailedMakesItsSegmentCarefulAndNoOther() {
        deadLetters
                .failed(processor, MINE, new HandlingFailed(POSITION, BROKEN))
                .join();

        assertThat(known(MINE).careful()).isTrue();
        assertThat(known(FOREIGN).careful()).isFalse();
    }

    @Test
    void anEventThatFailedIsSettledWhicheverSegmentHandlesIt() {
        deadLetters
                .failed(processor, MINE, new HandlingFailed(POSITION, BROKEN))
                .join();
        assertThat(known(FOREIGN).isSettledBy(POSITION)).isTrue();

        settle(FOREIGN, POSITION);

        assertThat(known(MINE).failed()).isEmpty();
    }

    @Test
    void aBatchThatFailedIsNotSettledFromAnotherSegment() {
        deadLetters.failed(processor, MINE, BROKEN).join();
        assertThat(known(FOREIGN).isSettledBy(POSITION)).isFalse();

        settle(FOREIGN, POSITION);

        assertThat(known(MINE).batchFailed()).isTrue();
        settle(MINE, POSITION);
        assertThat(known(MINE).batchFailed()).isFalse();
    }

    @Test
    void whatIsNotedOfASegmentGoesWithIt() {
        deadLetters.failed(processor, MINE, BROKEN).join();

        tokens.deleteToken(processor, MINE, null).join();
        tokens.initializeSegment(null, processor, new Segment(MINE, 0), null).join();

        assertThat(known(MINE).batchFailed()).isFalse();
    }

    /** Nothing may be left in its segment that would settle it, and health would tell of it for ever. */
    @Test
    void whatFailedInALifeOfTheStoreIsForgottenWithIt() {
        deadLetters.failed(processor, MINE, BROKEN).join();
        deadLetters
                .failed(processor, MINE, new HandlingFailed(POSITION, BROKEN))
                .join();

        deadLine.leave(true).toCompletionStage().toCompletableFuture().join();

        assertThat(known(MINE).batchFailed()).isFalse();
        assertThat(known(MINE).failed()).isEmpty();
    }

    private KnownFailures known(int segment) {
        return transactions
                .inItsOwn(transaction -> transaction.run(session -> deadLetters.known(session, processor, segment)))
                .join();
    }

    private void settle(int segment, long position) {
        transactions
                .inItsOwn(transaction ->
                        transaction.run(session -> deadLetters.forget(session, processor, segment, position)))
                .join();
    }
}
