package io.parvis.eventing.store;

import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.store.SourcingRequest.Sourced;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EmptyAppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.DelayedMessageStream;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.WrappedToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage on PostgreSQL: appends that hold only if nothing in their criteria happened since the decider
 * looked (a dynamic consistency boundary), sourcing by tags, and a live tail. No call blocks the thread it is made on.
 *
 * <p>Consistency markers are the head of the log at the time of sourcing, also where nothing matched: a check then
 * looks only at what came since. Positions start at 1; the token before the first event is 0.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine, AutoCloseable {

    /** In a processing context after its commit: the position of the last event that it appended. */
    public static final Context.ResourceKey<Long> COMMITTED_POSITION = Context.ResourceKey.withLabel("position");

    /** In a processing context before sourcing: those criteria of which only the newest event is wanted. */
    public static final Context.ResourceKey<Set<EventCriterion>> LATEST_ONLY =
            Context.ResourceKey.withLabel("latestOnly");

    /** In a processing context after sourcing: the head of the log as it was read; what was decided on stands before it. */
    public static final Context.ResourceKey<Long> SOURCED_HEAD = Context.ResourceKey.withLabel("sourcedHead");

    /** In a processing context after sourcing: the life of the store in which it was read. */
    public static final Context.ResourceKey<UUID> SOURCED_LIFE = Context.ResourceKey.withLabel("sourcedLife");

    private final Pool pool;
    private final EventLoopConnections connections;
    private final SourcingBatcher sourcing;
    private final EventConverter converter;
    private final StoreLife life;
    private final Tailer tailer;
    private final AppendBatcher batcher;
    private final Vertx vertx;
    private final long poll;

    public PostgresEventStorageEngine(
            Vertx vertx,
            DatabaseConfig database,
            Pool pool,
            EventConverter converter,
            UpcasterChain upcasters,
            EventStoreConfig config) {
        this.vertx = vertx;
        this.pool = pool;
        this.connections = new EventLoopConnections(new EventStoreConnections(vertx, database, config), pool);
        this.converter = converter;
        var reader = new EventRowMapper(upcasters);
        this.life = new StoreLife(pool);
        life.onEnd(upcasters.versions()::forget);
        this.sourcing = new SourcingBatcher(
                connections,
                new EventCache(reader, config.cacheBytes() / 2),
                new LookupCache(config.cacheBytes() / 2),
                life);
        this.tailer = new Tailer(vertx, pool, reader, life, config.windowEvents(), config.streamPause());
        this.batcher = new AppendBatcher(vertx, pool, config, life, tailer::poll);
        this.poll = vertx.setPeriodic(config.pollInterval().toMillis(), tick -> tailer.poll());
    }

    /** Something was appended, here or elsewhere: readers should look now rather than at the next poll. */
    public void poll() {
        tailer.poll();
    }

    /** As {@link #poll()}, where what stands at that position is not known yet. */
    public void pollUpTo(long position) {
        tailer.pollUpTo(position);
    }

    /** Which life of the store this process knows. */
    public StoreLife life() {
        return life;
    }

    /** For how long reading the log, its end or a stream of it, has been tried without success; zero where all is well. */
    public Duration unreadFor() {
        return tailer.unreadFor();
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(EmptyAppendTransaction.INSTANCE);
        }
        try {
            return CompletableFuture.completedFuture(new Append(PendingAppend.of(condition, events, converter)));
        } catch (IllegalArgumentException unstorable) {
            return CompletableFuture.failedFuture(unstorable);
        }
    }

    /** Nothing is sent before commit: two transactions may be prepared at once, and neither holds a lock. */
    private final class Append implements AppendTransaction<Long> {

        private final PendingAppend pending;

        Append(PendingAppend pending) {
            this.pending = pending;
        }

        @Override
        public CompletableFuture<Long> commit(@Nullable ProcessingContext context) {
            batcher.add(pending);
            return context == null
                    ? pending.outcome()
                    : pending.outcome().whenComplete((position, refused) -> {
                        if (position != null) {
                            context.putResource(COMMITTED_POSITION, position);
                        }
                    });
        }

        @Override
        public void rollback(@Nullable ProcessingContext context) {
            // Nothing was sent.
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(Long position, @Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(position));
        }
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        return DelayedMessageStream.create(sourcing.read(SourcingRequest.of(condition, latestOnly(context)))
                .map(sourced -> {
                    if (context != null) {
                        context.putResource(SOURCED_HEAD, sourced.head().position());
                        context.putResource(SOURCED_LIFE, sourced.life());
                    }
                    return streamOf(sourced);
                })
                .toCompletionStage()
                .toCompletableFuture());
    }

    /**
     * What a decision would read, for whoever does not decide.
     *
     * @param latestOnly of the criteria, those of which only the newest event is wanted
     */
    public CompletionStage<List<RecordedEvent>> read(EventCriteria criteria, Set<EventCriterion> latestOnly) {
        return sourcing.read(SourcingRequest.of(SourcingCondition.conditionFor(criteria), latestOnly))
                .map(Sourced::events)
                .toCompletionStage();
    }

    private static Set<EventCriterion> latestOnly(@Nullable ProcessingContext context) {
        var wanted = context == null ? null : context.getResource(LATEST_ONLY);
        return wanted == null ? Set.of() : wanted;
    }

    private static MessageStream<EventMessage> streamOf(Sourced sourced) {
        var entries = new ArrayList<MessageStream.Entry<EventMessage>>(
                sourced.events().size() + 1);
        for (var event : sourced.events()) {
            entries.add(new SimpleEntry<>(
                    event,
                    TrackingToken.addToContext(Context.empty(), new GlobalSequenceTrackingToken(event.position()))));
        }
        entries.add(new SimpleEntry<>(
                TerminalEventMessage.INSTANCE,
                Context.with(ConsistencyMarker.RESOURCE_KEY, new LogConsistencyMarker(sourced.head()))));
        return MessageStream.fromStream(entries.stream(), MessageStream.Entry::message, entry -> entry);
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        var after = WrappedToken.unwrap(condition.position(), GlobalSequenceTrackingToken.class)
                .map(PostgresEventStorageEngine::place)
                .orElse(LogPosition.START);
        return new TailStream(tailer, life.id(), after, condition.criteria()).open();
    }

    private static LogPosition place(GlobalSequenceTrackingToken token) {
        return token instanceof LogTrackingToken streamed
                ? streamed.place()
                : new LogPosition(token.getGlobalIndex(), null);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return token(head());
    }

    /** By the time at which events occurred, as Axon defines it; where none did since, the latest token. */
    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return token(position("""
                  select coalesce(
                    (select min(position) - 1 from event_store.event where occurred_at >= $1),
                    (select coalesce(max(position), 0) from event_store.event))\
                  """, Tuple.of(at.atOffset(ZoneOffset.UTC))));
    }

    /** The position of the newest event; 0 where there is none. */
    public Future<Long> head() {
        return tailer.newest().map(known -> known.newest().position());
    }

    private Future<Long> position(String sql, Tuple arguments) {
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static CompletableFuture<TrackingToken> token(Future<Long> position) {
        return position.<TrackingToken>map(GlobalSequenceTrackingToken::new)
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("pool", pool);
        descriptor.describeProperty("converter", converter);
    }

    /** Stops polling; the pool stays its owner's. */
    @Override
    public void close() {
        vertx.cancelTimer(poll);
        connections.close();
    }
}
