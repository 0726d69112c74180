package io.parvis.engagement.fan.personal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Goes through the keys' schema at a pace that no request feels, again and again; every replica does. */
@ApplicationScoped
class KeyRotationJob {

    private static final Logger LOG = Logger.getLogger(KeyRotationJob.class);

    /** What a look through all of it came to. */
    record Pass(int changed, int left) {

        static final Pass BEGUN = new Pass(0, 0);
    }

    private final List<KeyRotationTask> rewritings;
    private final Vertx vertx;
    private final KeyRotationConfig config;

    private int place;
    private String after = "";
    private Pass pass = Pass.BEGUN;
    private volatile long timer;
    private volatile boolean stopped;
    private volatile Pass last = new Pass(0, -1);

    @Inject
    KeyRotationJob(@Any Instance<KeyRotationTask> rewritings, Vertx vertx, KeyRotationConfig config) {
        this(rewritings.stream().toList(), vertx, config);
    }

    KeyRotationJob(List<KeyRotationTask> rewritings, Vertx vertx, KeyRotationConfig config) {
        this.rewritings = rewritings;
        this.vertx = vertx;
        this.config = config;
    }

    /** The newest that has ended; {@code left} is -1 before the first. */
    Pass last() {
        return last;
    }

    void start(@Observes @Priority(80) StartupEvent starting) {
        after(config.pause());
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void after(Duration pause) {
        if (!stopped) {
            timer = vertx.setTimer(
                    Math.max(1, pause.toMillis()), tick -> step().subscribe().with(this::after, this::later));
        }
    }

    private void later(Throwable failure) {
        if (!stopped) {
            LOG.warnf("Rows are brought under the keys in use later: %s", failure.getMessage());
            after(config.lookAgain());
        }
    }

    /** @return how long to wait then */
    private Uni<Duration> step() {
        var rewriting = rewritings.get(place / KeyRotationTask.LEAVES);
        return rewriting.next(place % KeyRotationTask.LEAVES, after).map(batch -> {
            pass = new Pass(pass.changed() + batch.changed(), pass.left() + batch.left());
            if (batch.last() != null) {
                after = batch.last();
                return config.pause();
            }
            after = "";
            place++;
            return place < rewritings.size() * KeyRotationTask.LEAVES ? config.pause() : passed();
        });
    }

    private Duration passed() {
        if (pass.changed() > 0 || pass.left() != Math.max(0, last.left())) {
            LOG.infof("%d rows were brought under the keys in use; %d stay under others", pass.changed(), pass.left());
        }
        last = pass;
        pass = Pass.BEGUN;
        place = 0;
        return config.lookAgain();
    }
}
