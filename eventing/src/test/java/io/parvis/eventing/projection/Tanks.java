package io.parvis.eventing.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.event.Upcaster;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventstreaming.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A tank whose every filling tells its state anew, in two releases of one service: the next one knows, beside the level, how
 * much of it is reserved. Found by no container.
 */
final class Tanks {

    static final String FILLED = "TankFilled";

    private Tanks() {}

    static Criterion newest(String tankId, Class<?> filled) {
        return Criterion.latest(Tag.of("tank", tankId), filled);
    }

    /** Somebody heard the alarm, of whichever release. */
    @Event(namespace = "test", name = "AlarmHeard", version = "1")
    record AlarmHeard(@EventTag(key = "alarm") String tankId, String said) {}

    /** The release of today. */
    static final class Old {

        @Event(namespace = "test", name = FILLED, version = "1")
        record Filled(@EventTag(key = "tank") String tankId, int level) {}

        record Fill(String tankId, int by) {}

        static final class FillHandler implements Decider<Fill, Integer> {

            @Override
            public Boundary boundary(Fill command) {
                return Boundary.reading(newest(command.tankId, Filled.class));
            }

            @Override
            public Integer initial() {
                return 0;
            }

            @Override
            public Integer evolve(Integer state, Object event) {
                return ((Filled) event).level();
            }

            @Override
            public List<?> decide(Fill command, Integer state, Instant now) {
                return List.of(new Filled(command.tankId, state + command.by));
            }
        }

        /** Of both releases: it looks at the tank, since an alarm tells the level. */
        record Sound(String tankId) {}

        static final class SoundHandler implements Decider<Sound, Integer> {

            @Override
            public Boundary boundary(Sound command) {
                return Boundary.reading(newest(command.tankId, Filled.class));
            }

            @Override
            public Integer initial() {
                return 0;
            }

            @Override
            public Integer evolve(Integer state, Object event) {
                return ((Filled) event).level();
            }

            @Override
            public List<?> decide(Sound command, Integer state, Instant now) {
                return List.of(new AlarmHeard(command.tankId, "old at " + state));
            }
        }

        record View(String name) implements Projection {

            @Override
            public String sequencedBy() {
                return "tank";
            }

            @EventHandler
            Uni<Void> on(Filled event, Mutiny.Session session, RecordedEvent recorded) {
                return session.persist(
                        new SeenEventView(recorded.position(), event.tankId() + " old " + event.level()));
            }
        }

        record Alarm(String name) implements Automation {

            @Override
            public String sequencedBy() {
                return "tank";
            }

            @EventHandler
            Uni<?> on(Filled event, Reaction reaction) {
                return reaction.send(new Sound(event.tankId()));
            }
        }

        private Old() {}
    }

    /** The release of tomorrow. */
    static final class Next {

        @Event(namespace = "test", name = FILLED, version = "2")
        record Filled(
                @EventTag(key = "tank") String tankId,
                int level,
                @Nullable Integer reserved) {}

        record Fill(String tankId, int by, int reserve) {}

        static final class FillHandler implements Decider<Fill, Filled> {

            @Override
            public Boundary boundary(Fill command) {
                return Boundary.reading(newest(command.tankId, Filled.class));
            }

            @Override
            public Filled initial() {
                return new Filled("", 0, 0);
            }

            @Override
            public Filled evolve(Filled state, Object event) {
                return (Filled) event;
            }

            @Override
            public List<?> decide(Fill command, Filled state, Instant now) {
                return List.of(new Filled(command.tankId, state.level + command.by, state.reserved + command.reserve));
            }
        }

        record Sound(String tankId) {}

        static final class SoundHandler implements Decider<Sound, Filled> {

            @Override
            public Boundary boundary(Sound command) {
                return Boundary.reading(newest(command.tankId, Filled.class));
            }

            @Override
            public Filled initial() {
                return new Filled("", 0, 0);
            }

            @Override
            public Filled evolve(Filled state, Object event) {
                return (Filled) event;
            }

            @Override
            public List<?> decide(Sound command, Filled state, Instant now) {
                return List.of(new AlarmHeard(command.tankId, "next at " + state.level + "/" + state.reserved));
            }
        }

        record View(String name) implements Projection {

            @Override
            public String sequencedBy() {
                return "tank";
            }

            @EventHandler
            Uni<Void> on(Filled event, Mutiny.Session session, RecordedEvent recorded) {
                return session.persist(new SeenEventView(
                        recorded.position(), event.tankId() + " next " + event.level() + "/" + event.reserved()));
            }
        }

        record Alarm(String name) implements Automation {

            @Override
            public String sequencedBy() {
                return "tank";
            }

            @EventHandler
            Uni<?> on(Filled event, Reaction reaction) {
                return reaction.send(new Sound(event.tankId()));
            }
        }

        private Next() {}
    }

    /** Nothing of a tank of before was reserved. */
    record FilledFrom1To2(String eventName, String fromVersion, String toVersion) implements Upcaster {

        FilledFrom1To2() {
            this("test." + FILLED, "1", "2");
        }

        @Override
        public ObjectNode upcast(ObjectNode payload) {
            return payload.put("reserved", 0);
        }
    }
}
