package io.parvis.engagement.contest.log;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.drawing.Dossier;
import io.parvis.engagement.drawing.Entries;
import io.parvis.engagement.drawing.EntryLog;
import io.parvis.engagement.drawing.Redraw;
import io.parvis.eventing.command.EventLog;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reads contests from the log in pages, on worker threads, and answers on the context it was asked on. The log is asked
 * rather than a view: what a draw is made of must not depend on how far a view has come.
 */
@ApplicationScoped
public class ContestLog implements EntryLog {

    private static final int PAGE = 2_000;

    /** Rules may be long, and a contest may have them in many versions. */
    private static final int PAGE_OF_RULES = 16;

    private static final Set<Class<?>> OF_ENTRIES =
            Set.of(ContestEntered.class, EntryInvalidated.class, EntryReinstated.class);

    private final EventLog log;
    private final EventReader reader;
    private final EventConverter converter;

    ContestLog(EventLog log, EventReader reader, EventConverter converter) {
        this.log = log;
        this.reader = reader;
        this.converter = converter;
    }

    /** The contest's life: a handful of events. Of no such contest, one without anything in it. */
    public Uni<ContestDossier> dossier(ContestId contestId) {
        return dossier(contestId, Integer.MAX_VALUE);
    }

    /** As it was when that version of its rules came into force: the text of no other is kept. */
    public Uni<ContestDossier> dossier(ContestId contestId, int rulesVersion) {
        var dossier = new AtomicReference<>(ContestDossier.empty(contestId));
        return life(contestId, (event, at, position) -> {
                    if (dossier.get().rules().size() < rulesVersion) {
                        dossier.set(dossier.get().with(event, at, position));
                    }
                })
                .map(read -> dossier.get());
    }

    /** Goes through a contest's life, a few events at a time: its rules may be long, and many. */
    public Uni<Void> life(ContestId contestId, Reader reader) {
        return walk(ContestTags.life(contestId), Long.MAX_VALUE, PAGE_OF_RULES, ContestLife.CONTEST.events(), reader);
    }

    @Override
    public Uni<Entries> entries(ContestId contestId, long until) {
        var gathering = new ContestEntries.Gathering();
        return walk(ContestTags.all(contestId), until, PAGE, OF_ENTRIES, gathering::add)
                .map(read -> gathering.done());
    }

    /** How many events there are of a contest before its closing; its entries, and little else. */
    @Override
    public Uni<Long> count(ContestId contestId, long until) {
        return ContextExecutor.emitOnCaller(
                Uni.createFrom().completionStage(() -> reader.count(ContestTags.all(contestId), until)));
    }

    /** Takes one event of a contest, where it stands and since when. */
    @FunctionalInterface
    public interface Reader {
        void read(Object event, Instant at, long position);
    }

    /**
     * Goes through events, in their order and on a worker thread.
     *
     * @param tag that they carry
     * @param until the position behind the last one
     * @param types of the events that are of interest
     * @return answers once all are read
     */
    public Uni<Void> each(Tag tag, long until, Set<Class<?>> types, Reader reader) {
        return walk(tag, until, PAGE, types, reader);
    }

    /**
     * The same for whoever may block: no more than a page is held, and none is read before the one before is needed no more.
     *
     * @param made of each event; null for what is of no interest
     */
    public <T> Iterable<T> through(Tag tag, long until, Set<Class<?>> types, Made<T> made) {
        return () -> log.pages(tag, types.toArray(Class<?>[]::new), until, PAGE)
                .subscribe()
                .asStream(1, () -> new ArrayBlockingQueue<>(2))
                .flatMap(List::stream)
                .<T>mapMulti((fact, out) -> {
                    var one = made.of(fact.event(), fact.at(), fact.position());
                    if (one != null) {
                        out.accept(one);
                    }
                })
                .iterator();
    }

    /** Makes something of one event of a contest. */
    @FunctionalInterface
    public interface Made<T> {
        @Nullable
        T of(Object event, Instant at, long position);
    }

    private Uni<Void> walk(Tag tag, long until, int size, Set<Class<?>> types, Reader reader) {
        return ContextExecutor.emitOnCaller(log.pages(tag, types.toArray(Class<?>[]::new), until, size)
                .invoke(page -> page.forEach(fact -> reader.read(fact.event(), fact.at(), fact.position())))
                .collect()
                .last()
                .replaceWithVoid());
    }

    @Override
    public Uni<List<Redraw>> redraws(Dossier contest) {
        var drawn = contest.drawn();
        var notBefore = drawn == null ? Instant.EPOCH : drawn.at();
        var redraws = new ArrayList<Redraw>();
        return each(
                        ContestTags.prizes(contest.contestId()),
                        Long.MAX_VALUE,
                        Set.of(PrizeRedrawn.class),
                        (event, at, position) -> redraws.add(
                                redraw((PrizeRedrawn) event, at.isBefore(notBefore) ? notBefore : at, position)))
                .map(read -> redraws);
    }

    private static Redraw redraw(PrizeRedrawn event, Instant at, long position) {
        var to = event.to();
        return new Redraw(
                event.prize(), event.fromPosition(), to == null ? null : to.position(), at, position, event.reason());
    }

    /** The entries that stand at these positions. */
    public Uni<Map<Long, ContestEntered>> entries(List<Long> positions) {
        var found = new HashMap<Long, ContestEntered>();
        return ContextExecutor.emitOnCaller(Multi.createFrom()
                .iterable(positions)
                .group()
                .intoLists()
                .of(PAGE)
                .onItem()
                .transformToUniAndConcatenate(page -> Uni.createFrom().completionStage(() -> reader.at(page)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(page -> page.forEach(
                        entry -> found.put(entry.position(), entry.payloadAs(ContestEntered.class, converter))))
                .collect()
                .last()
                .map(read -> (Map<Long, ContestEntered>) found));
    }
}
