package io.parvis.eventing.todo;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.Idempotency;
import io.parvis.eventing.command.Refusal;
import io.parvis.eventing.event.NewerEventException;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.store.StoreLife;
import io.parvis.eventing.todo.ToDoTable.ToDo;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Polls for what is due, and sends its commands. */
@ApplicationScoped
class ToDoWorker {

    private static final Logger LOG = Logger.getLogger(ToDoWorker.class);
    private static final int AT_ONCE = 50;

    /** Most take a moment; those that read a large contest must not keep the others waiting. */
    private static final int MOST_UNDER_WAY = 4 * AT_ONCE;
    /** By then every replica has polled several times. */
    private static final Duration LEFT_BY_OTHERS = Duration.ofSeconds(5);

    private static final long STANDS_BACK_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<String, DueCommand> byKind = new HashMap<>();
    private final ToDoTable rows;
    private final Commands commands;
    private final Vertx vertx;
    private final StoreLife life;
    private final ToDoConfig config;
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicInteger underWay = new AtomicInteger();
    private long timer = -1;

    /** When something was due that a newer release must do; null where there was nothing. */
    private volatile @Nullable Long metNewer;

    ToDoWorker(
            @All List<DueCommand> dues,
            ToDoTable rows,
            Commands commands,
            Vertx vertx,
            StoreLife life,
            ToDoConfig config) {
        this.rows = rows;
        this.commands = commands;
        this.vertx = vertx;
        this.life = life;
        this.config = config;
        for (var due : dues) {
            if (byKind.put(due.kind(), due) != null) {
                throw new IllegalStateException("Two beans do what is due as " + due.kind());
            }
        }
    }

    /** After the deciders, which come with Axon. */
    void start(@Observes @Priority(60) StartupEvent starting) {
        if (!byKind.isEmpty()) {
            timer = vertx.setPeriodic(config.pollInterval().toMillis(), tick -> poll());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void poll() {
        if (working.compareAndSet(false, true)) {
            workOff().onComplete(done -> {
                working.set(false);
                if (done.failed()) {
                    LOG.warnf("What is due could not be looked up and is tried again: %s", done.cause());
                }
            });
        }
    }

    private Future<Void> workOff() {
        int room = Math.min(AT_ONCE, MOST_UNDER_WAY - underWay.get());
        return room <= 0
                ? Future.succeededFuture()
                : rows.take(List.copyOf(byKind.keySet()), room, standingBack()).compose(taken -> {
                    var all = Future.join(taken.stream().map(this::leased).toList());
                    return forAMoment(all).compose(done -> taken.size() < room ? Future.succeededFuture() : workOff());
                });
    }

    private Future<?> forAMoment(Future<?> work) {
        return work.timeout(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)
                .<Object>map(done -> done)
                .otherwiseEmpty();
    }

    /** As long as it is under way here, nobody else takes it. */
    private Future<Void> leased(ToDo toDo) {
        underWay.incrementAndGet();
        long renewing = vertx.setPeriodic(Math.max(1, config.lease().toMillis() / 3), tick -> rows.renew(toDo));
        return carryOut(toDo).onComplete(done -> {
            vertx.cancelTimer(renewing);
            underWay.decrementAndGet();
        });
    }

    /** Newer replicas go first while there is something that they alone can do. */
    private Duration standingBack() {
        var met = metNewer;
        return met == null || System.nanoTime() - met > STANDS_BACK_NANOS ? Duration.ZERO : LEFT_BY_OTHERS;
    }

    private Future<Void> carryOut(ToDo toDo) {
        var of = life.id();
        var answer = Promise.<Long>promise();
        Uni.createFrom()
                .deferred(() -> commands.send(command(toDo), terms(toDo)))
                .subscribe()
                .with(effect -> answer.complete(effect.position()), answer::fail);
        return answer.future()
                .recover(failure ->
                        failure instanceof Refusal ? Future.succeededFuture(0L) : Future.failedFuture(failure))
                .compose(effect -> rows.done(toDo, of, effect))
                .recover(failure -> {
                    if (NewerEventException.in(failure)) {
                        metNewer = System.nanoTime();
                        return rows.leave(toDo);
                    }
                    LOG.warnf("%s of %s failed and is tried again: %s", toDo.kind(), toDo.subject(), failure);
                    return rows.again(toDo);
                });
    }

    private Object command(ToDo toDo) {
        return byKind.get(toDo.kind()).command(toDo.subject(), toDo.dueAt().toInstant());
    }

    /** The time is part of the key: what is put off happens again. */
    private static CommandContext terms(ToDo toDo) {
        var dueAt = toDo.dueAt().toInstant();
        var cause = toDo.kind() + "/" + toDo.subject() + "/" + dueAt;
        return new CommandContext(
                Ulid.next(),
                "due:" + cause,
                "time:" + toDo.kind(),
                Idempotency.reaction("due/" + cause, cause),
                null,
                dueAt);
    }
}
