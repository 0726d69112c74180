package io.parvis.eventing.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jboss.logging.Logger;

/**
 * Compares versions of events in the log with those of this release's classes, and remembers which were newer. Fields
 * that are not known would be lost where such an event is read by its name alone and what it says is recorded again.
 */
public final class KnownVersions {

    private static final Logger LOG = Logger.getLogger(KnownVersions.class);

    /** Empty where a class is no event. */
    private static final ClassValue<Optional<MessageType>> KNOWN = new ClassValue<>() {
        @Override
        protected Optional<MessageType> computeValue(Class<?> type) {
            return type.isAnnotationPresent(Event.class) ? Optional.of(EventType.of(type)) : Optional.empty();
        }
    };

    /** The first of each type: as many as there are classes. */
    private final Map<String, NewerEventException> newer = new ConcurrentHashMap<>();

    /**
     * @param wanted what the event is to be read as
     * @param written what it is by the log, brought to the newest version that there is a way to
     * @throws NewerEventException where it is newer than the class
     * @throws IllegalArgumentException where its version is none
     */
    public void check(Class<?> wanted, MessageType written, long position) {
        var known = KNOWN.get(wanted).orElse(null);
        if (known == null
                || known.version().equals(written.version())
                || !known.qualifiedName().equals(written.qualifiedName())) {
            return;
        }
        if (!EventVersion.isOne(written.version())) {
            throw new IllegalArgumentException("'" + written.version() + "' is no version");
        }
        if (EventVersion.isNewer(written.version(), known.version())) {
            throw met(new NewerEventException(position, written.name(), written.version(), known.version()), known);
        }
    }

    private NewerEventException met(NewerEventException met, MessageType known) {
        if (newer.putIfAbsent(known.name(), met) == null) {
            LOG.warnf("%s; a newer release must go on", met.getMessage());
        }
        return met;
    }

    /** What this process met that is newer than it, a sentence for each type of events. */
    public List<String> newer() {
        return newer.values().stream().map(Throwable::getMessage).sorted().toList();
    }

    /** What was met stood in another life of the log. */
    public void forget() {
        newer.clear();
    }
}
