package io.parvis.eventing.projection;

import io.parvis.eventing.projection.StaleViews.Found;
import io.parvis.eventing.store.StoreLife;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Keeps views consistent with the log. Where a token names an event that the log has lost, all views of the service
 * are emptied and built anew, to-do lists with them and automations behind them (whose commands have their effects
 * once); they are hidden until they have caught up with the head at that time.
 */
@ApplicationScoped
public class RebuiltViews {

    private static final Logger LOG = Logger.getLogger(RebuiltViews.class);
    private static final long START_SECONDS = 60;
    private static final long BETWEEN_MILLIS = 100;
    private static final long TIMEOUT_MILLIS = 1_000;

    private final StaleViews staleViews;
    private final Progress progress;
    private final StoreLife life;
    private final ThrottledTask checking;
    private final AtomicBoolean lifeEnded = new AtomicBoolean();
    private volatile boolean unsure;
    private volatile Set<String> rebuilding = Set.of();

    RebuiltViews(StaleViews staleViews, Progress progress, StoreLife life, Vertx vertx) {
        this.staleViews = staleViews;
        this.progress = progress;
        this.life = life;
        this.checking = new ThrottledTask(vertx, BETWEEN_MILLIS, this::checkAndGoOn);
    }

    /** Once the life is known, and before processors begin. */
    void start(@Observes @Priority(40) StartupEvent starting) {
        life.onEnd(() -> {
            unsure = true;
            lifeEnded.set(true);
            suspect();
        });
        life.onRestart(progress::forget);
        check().toCompletionStage()
                .toCompletableFuture()
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** After the processors, which come with Axon. */
    void follow(@Observes @Priority(65) StartupEvent starting) {
        if (!rebuilding.isEmpty()) {
            checking.within(0);
        }
    }

    /** Somebody found a token other than it should be: how far views are is forgotten, and whether they are right looked up. */
    void suspect() {
        progress.forget();
        checking.within(0);
    }

    /** Whether some of these are not to be shown. */
    public boolean include(Collection<String> processors) {
        return (unsure && !processors.isEmpty())
                || (!rebuilding.isEmpty() && processors.stream().anyMatch(rebuilding::contains));
    }

    /** Whose views are being built anew. */
    Set<String> names() {
        var own = new TreeSet<>(rebuilding);
        own.retainAll(progress.processors());
        return own;
    }

    private Future<Found> check() {
        boolean ended = lifeEnded.getAndSet(false);
        return staleViews
                .leave(ended)
                .onSuccess(found -> {
                    if (ended || found.left()) {
                        progress.forget();
                    }
                    rebuilding = names(found);
                    unsure = lifeEnded.get();
                })
                .onFailure(failure -> {
                    LOG.warnf("Whether views stand on the log cannot be looked up and is tried again: %s", failure);
                    lifeEnded.compareAndSet(false, ended);
                });
    }

    private static Set<String> names(Found found) {
        var names = new TreeSet<String>();
        found.rebuilding().forEach(one -> names.add(one.processor()));
        return names;
    }

    private Future<?> checkAndGoOn() {
        return check().map(this::own)
                .compose(own -> Future.join(own.stream().map(this::finished).toList())
                        .otherwiseEmpty()
                        .map(own))
                .onComplete(done -> {
                    if (done.failed() || !done.result().isEmpty()) {
                        checking.within(BETWEEN_MILLIS);
                    }
                });
    }

    /** How far a processor of another release is, this one cannot tell; whoever runs it says when it is done. */
    private List<StaleViews.Rebuilding> own(Found found) {
        var followed = progress.processors();
        return found.rebuilding().stream()
                .filter(one -> followed.contains(one.processor()))
                .toList();
    }

    private Future<?> finished(StaleViews.Rebuilding one) {
        // Beyond the head there is nothing to wait for; and the log may have lost events again since.
        return progress.head(TIMEOUT_MILLIS)
                .compose(head -> progress.seen(List.of(one.processor()), Math.min(head, one.upTo()), TIMEOUT_MILLIS))
                .compose(seen -> seen ? staleViews.rebuilt(one) : Future.succeededFuture());
    }
}
