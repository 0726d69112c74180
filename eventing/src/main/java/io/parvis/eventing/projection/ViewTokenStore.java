package io.parvis.eventing.projection;

import io.parvis.eventing.store.LogPosition;
import io.parvis.eventing.store.LogTrackingToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.WrappedToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Axon's token store in the service's own schema: a token is stored in the transaction of the view that it belongs
 * to. Claims go by the database's clock. A token is a position in the log; null stands for none yet. It never goes
 * back, and a batch that begins before it is refused: whatever Axon's threads do, no event is handled twice.
 *
 * <p>The log and the views may lose what was committed last (a failover). So a token names its event. If the log has
 * lost that event, the token is neither stored nor claimed, and no batch starts from it. No batch starts from a token
 * older than the one that this process stored. Nor does such a token advance, as Axon would do when nothing came for
 * its segment for a while.
 */
@ApplicationScoped
class ViewTokenStore implements TokenStore {

    private static final String FREE = """
            (owner is null or owner = ?3 or starts_with(owner, ?4)
             or claimed_at < clock_timestamp() - cast(?5 as double precision) * interval '1 millisecond')""";

    /** Of a token {@code t}: ours, as we left it, on the log there is, and nobody has handled the event there. */
    private static final String IS_OURS = "processor = ?1 and segment = ?2 and owner = ?3"
            + " and coalesce(position, -1) < ?4 and coalesce(position, -1) >= ?5 and " + StaleViews.IS_LEFT;

    private static final Logger LOG = Logger.getLogger(ViewTokenStore.class);
    private static final long NEVER_PASSED = Long.MAX_VALUE;

    private final ViewTransactions transactions;
    private final SegmentOwner node;
    private final double timeoutMillis;
    private final RebuiltViews views;
    private final YieldedSegments left = new YieldedSegments();

    ViewTokenStore(ViewTransactions transactions, SegmentOwner node, ProjectionConfig config, RebuiltViews views) {
        this.transactions = transactions;
        this.node = node;
        this.timeoutMillis = config.claimTimeout().toMillis();
        this.views = views;
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(
            String processor, int count, @Nullable TrackingToken token, @Nullable ProcessingContext context) {
        var segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, count - 1);
        return transactions.inOneOf(context, transaction -> {
            CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
            for (var segment : segments) {
                all = all.thenCompose(before -> insert(transaction, token, processor, segment));
            }
            return all.thenApply(done -> segments);
        });
    }

    @Override
    public CompletableFuture<Void> initializeSegment(
            @Nullable TrackingToken token, String processor, Segment segment, @Nullable ProcessingContext context) {
        return transactions.inOneOf(context, transaction -> insert(transaction, token, processor, segment));
    }

    private static CompletableFuture<Void> insert(
            ViewTransaction transaction, @Nullable TrackingToken token, String processor, Segment segment) {
        return transaction
                .run(session -> Sql.update(
                        session,
                        "insert into processor_token (processor, segment, mask, position) values (?1, ?2, ?3, ?4)"
                                + " on conflict do nothing",
                        processor,
                        segment.getSegmentId(),
                        segment.getMask(),
                        position(token)))
                .thenCompose(rows -> rows == 1
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(
                                new UnableToInitializeTokenException(processor + " has " + segment + " already")));
    }

    @Override
    public CompletableFuture<Void> storeToken(
            @Nullable TrackingToken token, String processor, int segment, @Nullable ProcessingContext context) {
        return mustOwn(
                        context,
                        session -> Sql.update(
                                session,
                                "update processor_token set position = cast(?1 as bigint), event_id = cast(?5 as uuid),"
                                        + " event_position = cast(?1 as bigint),"
                                        + " life = (select life from event_store.life), claimed_at = clock_timestamp()"
                                        + " where processor = ?2 and segment = ?3 and owner = ?4"
                                        + " and coalesce(position, -1) between ?6 and coalesce(cast(?1 as bigint), -1)"
                                        + " and (cast(?5 as uuid) is null or exists (select from event_store.event"
                                        + " where position = cast(?1 as bigint) and id = cast(?5 as uuid)))",
                                position(token),
                                processor,
                                segment,
                                node.owner(),
                                event(token),
                                node.stored(processor, segment)),
                        processor,
                        segment)
                .thenRun(() -> node.stored(processor, segment, position(token)));
    }

    @Override
    public CompletableFuture<Void> extendClaim(String processor, int segment, @Nullable ProcessingContext context) {
        return mustOwn(context, session -> confirmClaim(session, processor, segment, NEVER_PASSED), processor, segment);
    }

    /**
     * The transaction does not wait for the disk when it commits: what a crash of the database takes from a view is handled
     * again, as its token is gone with it.
     *
     * @param first the position of the first event of a batch
     * @return 1 where this process owns the segment, as it left it, and nobody has handled that event, and keeps its row
     *     locked until the transaction ends; else 0
     */
    CompletionStage<Integer> confirmClaim(Mutiny.Session session, String processor, int segment, long first) {
        return Sql.update(
                session,
                "update processor_token t set claimed_at = clock_timestamp() where " + IS_OURS
                        + " returning set_config('synchronous_commit', 'off', true)",
                processor,
                segment,
                node.owner(),
                first,
                node.stored(processor, segment));
    }

    /** Whether this process owns the segment, and nobody has handled that event; nothing is locked. */
    CompletionStage<Boolean> isStillToBeDone(Mutiny.Session session, String processor, int segment, long first) {
        return Sql.select(
                        session,
                        "select processor, segment from processor_token t where " + IS_OURS,
                        processor,
                        segment,
                        node.owner(),
                        first,
                        node.stored(processor, segment))
                .thenApply(rows -> !rows.isEmpty());
    }

    private CompletableFuture<Void> mustOwn(
            @Nullable ProcessingContext context,
            Function<Mutiny.Session, CompletionStage<Integer>> update,
            String processor,
            int segment) {
        return transactions
                .inOneOf(context, transaction -> transaction.run(update))
                .thenCompose(rows -> rows == 1
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(notClaimed(processor, segment)));
    }

    /** Mostly it is just that; but it may be that the log or the view has lost what was committed last. */
    UnableToClaimTokenException notClaimed(String processor, int segment) {
        views.suspect();
        return new UnableToClaimTokenException(
                "%s[%d] belongs to another process, or another run has been there".formatted(processor, segment));
    }

    @Override
    public CompletableFuture<TrackingToken> fetchToken(
            String processor, int segment, @Nullable ProcessingContext context) {
        return claim(processor, segment, "", context);
    }

    @Override
    public CompletableFuture<TrackingToken> fetchToken(
            String processor, Segment segment, @Nullable ProcessingContext context) {
        return claim(processor, segment.getSegmentId(), " and mask = " + segment.getMask(), context);
    }

    private CompletableFuture<TrackingToken> claim(
            String processor, int segment, String condition, @Nullable ProcessingContext context) {
        return transactions
                .inOneOf(
                        context,
                        transaction -> transaction.run(session -> Sql.select(
                                session,
                                "update processor_token t set owner = ?3, claimed_at = clock_timestamp()"
                                        + " where processor = ?1 and segment = ?2 and " + FREE + condition
                                        + " and " + StaleViews.IS_LEFT
                                        + " and coalesce(position, -1) >= " + left.claimableFrom(processor, segment)
                                        + " returning position, case when event_position = position then event_id end",
                                processor,
                                segment,
                                node.owner(),
                                node.prefix(),
                                timeoutMillis)))
                .thenCompose(rows -> rows.isEmpty()
                        ? CompletableFuture.failedFuture(notClaimed(processor, segment))
                        : CompletableFuture.completedFuture(claimed(processor, segment, rows.getFirst())));
    }

    @Override
    public CompletableFuture<Void> releaseClaim(String processor, int segment, @Nullable ProcessingContext context) {
        return transactions
                .inOneOf(
                        context,
                        transaction -> transaction.run(session -> Sql.update(
                                session,
                                "update processor_token set owner = null"
                                        + " where processor = ?1 and segment = ?2 and owner = ?3",
                                processor,
                                segment,
                                node.owner())))
                .thenApply(rows -> null);
    }

    /**
     * Leaves a segment to a newer release.
     *
     * @param position of the event that this one cannot handle
     * @return when the segment is free; never fails
     */
    CompletableFuture<Void> leave(String processor, int segment, long position) {
        left.leave(processor, segment, position);
        return releaseClaim(processor, segment, null).exceptionally(unreachable -> {
            LOG.debugf("The claim ends by itself: %s", unreachable);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> deleteToken(String processor, int segment, @Nullable ProcessingContext context) {
        return mustOwn(
                context,
                session -> Sql.update(
                        session,
                        "delete from processor_token"
                                + " where processor = ?1 and segment = ?2 and (owner is null or owner = ?3)",
                        processor,
                        segment,
                        node.owner()),
                processor,
                segment);
    }

    @Override
    public CompletableFuture<Segment> fetchSegment(String processor, int segment, @Nullable ProcessingContext context) {
        return segments("where processor = ?1 and segment = ?2", context, processor, segment)
                .thenApply(found -> found.isEmpty() ? null : found.getFirst());
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(String processor, @Nullable ProcessingContext context) {
        return segments("where processor = ?1 order by segment", context, processor);
    }

    @Override
    public CompletableFuture<List<Segment>> fetchAvailableSegments(
            String processor, @Nullable ProcessingContext context) {
        return rows(
                        "where processor = ?1 and cast(?2 as int) = 0 and " + FREE + " order by segment",
                        context,
                        processor,
                        0,
                        node.owner(),
                        node.prefix(),
                        timeoutMillis)
                .thenApply(rows -> segments(rows.stream()
                        .filter(row -> ((Number) row[2]).longValue()
                                >= left.claimableFrom(processor, ((Number) row[0]).intValue()))
                        .toList()));
    }

    private CompletableFuture<List<Segment>> segments(
            String where, @Nullable ProcessingContext context, Object... parameters) {
        return rows(where, context, parameters).thenApply(ViewTokenStore::segments);
    }

    private static List<Segment> segments(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Segment(((Number) row[0]).intValue(), ((Number) row[1]).intValue()))
                .toList();
    }

    private CompletableFuture<List<Object[]>> rows(
            String where, @Nullable ProcessingContext context, Object... parameters) {
        return transactions.inOneOf(
                context,
                transaction -> transaction.run(session -> Sql.select(
                        session,
                        "select segment, mask, coalesce(position, -1) from processor_token " + where,
                        parameters)));
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(@Nullable ProcessingContext context) {
        return transactions
                .inOneOf(
                        context,
                        transaction -> transaction.run(session ->
                                Sql.select(session, "select cast(identifier as text), 1 from processor_store")))
                .thenApply(rows -> (String) rows.getFirst()[0]);
    }

    private @Nullable TrackingToken claimed(String processor, int segment, Object[] row) {
        var position = row[0] == null ? null : ((Number) row[0]).longValue();
        node.stored(processor, segment, position);
        return position == null ? null : LogTrackingToken.reached(new LogPosition(position, (UUID) row[1]));
    }

    private static @Nullable String event(@Nullable TrackingToken token) {
        return token == null
                ? null
                : WrappedToken.unwrap(token, LogTrackingToken.class)
                        .map(LogTrackingToken::place)
                        .map(LogPosition::id)
                        .map(UUID::toString)
                        .orElse(null);
    }

    private static @Nullable Long position(@Nullable TrackingToken token) {
        return token == null
                ? null
                : WrappedToken.unwrap(token, GlobalSequenceTrackingToken.class)
                        .map(GlobalSequenceTrackingToken::getGlobalIndex)
                        .orElseThrow(() -> new IllegalArgumentException("Not a position in the log: " + token));
    }
}
