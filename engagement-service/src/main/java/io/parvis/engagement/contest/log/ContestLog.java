package io.parvis.engagement.contest.log;

import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.drawing.Dossier;
import io.parvis.engagement.drawing.Entries;
import io.parvis.engagement.drawing.EntryLog;
import io.parvis.engagement.drawing.Kept;
import io.parvis.engagement.drawing.Redraw;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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

    private final EventReader log;
    private final EventConverter converter;

    ContestLog(EventReader log, EventConverter converter) {
        this.log = log;
        this.converter = converter;
    }

    /** The contest's life: a handful of events. Of no such contest, one without anything in it. */
    public Uni<ContestFile> file(String contestId) {
        return file(contestId, Integer.MAX_VALUE);
    }

    /** As it was when that version of its rules came into force: the text of no other is kept. */
    public Uni<ContestFile> file(String contestId, int rulesVersion) {
        var types = ContestLife.CONTEST.events();
        var file = new AtomicReference<>(ContestFile.empty(contestId));
        return pages(ContestTags.life(contestId), Long.MAX_VALUE, PAGE_OF_RULES, recorded -> {
                    var event = file.get().rules().size() >= rulesVersion ? null : payload(recorded, types);
                    if (event != null) {
                        file.set(file.get().with(event, recorded.recordedAt(), recorded.position()));
                    }
                })
                .map(read -> file.get())
                .plug(Kept::backOnContext);
    }

    /** Goes through a contest's life, a few events at a time: its rules may be long, and many. */
    public Uni<Void> life(String contestId, Reader reader) {
        return walk(ContestTags.life(contestId), Long.MAX_VALUE, PAGE_OF_RULES, ContestLife.CONTEST.events(), reader)
                .replaceWithVoid()
                .plug(Kept::backOnContext);
    }

    @Override
    public Uni<Entries> entries(String contestId, long until) {
        var gathering = new ContestEntries.Gathering();
        return walk(ContestTags.all(contestId), until, PAGE, OF_ENTRIES, gathering::add)
                .map(read -> gathering.done())
                .plug(Kept::backOnContext);
    }

    /** How many events there are of a contest before its closing; its entries, and little else. */
    @Override
    public Uni<Long> count(String contestId, long until) {
        return Uni.createFrom()
                .completionStage(() -> log.count(ContestTags.all(contestId), until))
                .plug(Kept::backOnContext);
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
        return walk(tag, until, PAGE, types, reader).replaceWithVoid().plug(Kept::backOnContext);
    }

    /**
     * The same for whoever may block: no more than a page is held, and none is read before the one before is needed no more.
     *
     * @param made of each event; null for what is of no interest
     */
    public <T> Iterable<T> through(Tag tag, long until, Set<Class<?>> types, Made<T> made) {
        return () -> pages(tag, until, PAGE)
                .subscribe()
                .asStream(1, () -> new ArrayBlockingQueue<>(2))
                .flatMap(List::stream)
                .<T>mapMulti((recorded, out) -> {
                    var event = payload(recorded, types);
                    var one = event == null ? null : made.of(event, recorded.recordedAt(), recorded.position());
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

    private Uni<?> walk(Tag tag, long until, int size, Set<Class<?>> types, Reader reader) {
        return pages(tag, until, size, recorded -> {
            var event = payload(recorded, types);
            if (event != null) {
                reader.read(event, recorded.recordedAt(), recorded.position());
            }
        });
    }

    /**
     * The newest of an instant win's wins behind a position.
     *
     * @return null where there is none
     */
    public Uni<@Nullable LastWin> lastWin(String contestId, long after) {
        return Uni.createFrom()
                .completionStage(() -> log.tagged(ContestTags.instantWins(contestId), after, PAGE))
                .map(page -> page.isEmpty() ? null : page.getLast())
                .map(last -> last == null
                        ? null
                        : new LastWin(
                                last.payloadAs(InstantPrizeWon.class, converter).rank(), last.position()))
                .plug(Kept::backOnContext);
    }

    /** @param rank how many had won with it */
    public record LastWin(int rank, long position) {}

    @Override
    public Uni<List<Redraw>> redraws(Dossier contest) {
        var drawn = contest.drawn();
        return read(ContestTags.prizes(contest.contestId()), Long.MAX_VALUE)
                .map(events -> {
                    var redraws = new ArrayList<Redraw>();
                    var notBefore = drawn == null ? Instant.EPOCH : drawn.at();
                    for (var recorded : events) {
                        if (payload(recorded, Set.of(PrizeRedrawn.class)) instanceof PrizeRedrawn redrawn) {
                            var at = recorded.recordedAt().isBefore(notBefore) ? notBefore : recorded.recordedAt();
                            redraws.add(redraw(redrawn, at, recorded.position()));
                        }
                    }
                    return (List<Redraw>) redraws;
                })
                .plug(Kept::backOnContext);
    }

    /** How many alternates redraws have taken. */
    public Uni<Integer> alternatesUsed(String contestId) {
        return read(ContestTags.prizes(contestId), Long.MAX_VALUE)
                .map(events -> events.stream()
                        .map(recorded -> payload(recorded, Set.of(PrizeRedrawn.class)))
                        .mapToInt(event -> event instanceof PrizeRedrawn redrawn ? redrawn.alternatesUsed() : 0)
                        .max()
                        .orElse(0))
                .plug(Kept::backOnContext);
    }

    private static Redraw redraw(PrizeRedrawn event, Instant at, long position) {
        var to = event.to();
        return new Redraw(
                event.prize(), event.fromPosition(), to == null ? null : to.position(), at, position, event.reason());
    }

    /** The entry that stands at a position. */
    public Uni<ContestEntered> entry(long position) {
        return Uni.createFrom()
                .completionStage(() -> log.at(position))
                .map(recorded -> recorded.payloadAs(ContestEntered.class, converter))
                .plug(Kept::backOnContext);
    }

    /** The entries that stand at these positions. */
    public Uni<Map<Long, ContestEntered>> entries(List<Long> positions) {
        var found = new HashMap<Long, ContestEntered>();
        return Multi.createFrom()
                .iterable(positions)
                .group()
                .intoLists()
                .of(PAGE)
                .onItem()
                .transformToUniAndConcatenate(page -> Uni.createFrom().completionStage(() -> log.at(page)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(page -> page.forEach(
                        entry -> found.put(entry.position(), entry.payloadAs(ContestEntered.class, converter))))
                .collect()
                .last()
                .map(read -> (Map<Long, ContestEntered>) found)
                .plug(Kept::backOnContext);
    }

    private Uni<List<RecordedEvent>> read(Tag tag, long until) {
        var all = new ArrayList<RecordedEvent>();
        return pages(tag, until, PAGE, all::add).map(read -> all);
    }

    private Uni<?> pages(Tag tag, long until, int size, Consumer<RecordedEvent> each) {
        return pages(tag, until, size)
                .invoke(page -> page.forEach(each))
                .collect()
                .last();
    }

    private Multi<List<RecordedEvent>> pages(Tag tag, long until, int size) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicLong::new,
                        after -> Uni.createFrom()
                                .completionStage(() -> log.tagged(tag, after.get(), size))
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(page -> after.set(
                                        page.isEmpty() ? until : page.getLast().position())))
                .whilst(page -> page.size() == size && page.getLast().position() < until)
                .map(page ->
                        page.stream().filter(event -> event.position() < until).toList());
    }

    private @Nullable Object payload(RecordedEvent recorded, Collection<? extends Class<?>> types) {
        for (var type : types) {
            if (EventType.of(type).qualifiedName().equals(recorded.type().qualifiedName())) {
                return recorded.payloadAs(type, converter);
            }
        }
        return null;
    }
}
