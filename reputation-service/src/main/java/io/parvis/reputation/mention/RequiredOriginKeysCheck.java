package io.parvis.reputation.mention;

import io.parvis.eventing.schema.KeysUsedInLog;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a start without a key that mentions are known under: they would be taken in twice. */
@ApplicationScoped
class RequiredOriginKeysCheck {

    /** Of version 1 there are others, unkeyed and without a dot. */
    private static final String ONE = """
            select substr(tag, 16) from event_store.tag
            where tag >= 'mention-origin=' || $1 || '.' and tag < 'mention-origin=' || $1 || '/' limit 1
            """;

    private final KeysUsedInLog log;
    private final OriginIndex index;

    RequiredOriginKeysCheck(KeysUsedInLog log, OriginIndex index) {
        this.log = log;
        this.index = index;
    }

    void check(@Observes @Priority(35) StartupEvent starting) {
        check();
    }

    void check() {
        log.refuseWithout(index.ring(), MentionTags.ORIGIN, ONE, "Mentions such as %s are known only under");
    }
}
