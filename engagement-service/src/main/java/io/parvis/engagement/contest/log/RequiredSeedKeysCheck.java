package io.parvis.engagement.contest.log;

import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.drawing.DrawKeys;
import io.parvis.eventing.schema.KeysUsedInLog;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a start without a key that keeps the seed of a contest that is still to be drawn. */
@ApplicationScoped
class RequiredSeedKeysCheck {

    private static final String UNDRAWN = """
            select c.payload ->> 'contestId'
            from event_store.tag t join event_store.readable_event c using (position)
            where t.tag = 'draw-seed-key=' || $1 and not exists (
                select from event_store.tag l join event_store.event e using (position)
                where l.tag = 'contest-life=' || (c.payload ->> 'contestId')
                  and e.name in ('engagement.ContestDrawn', 'engagement.MomentsRevealed', 'engagement.ContestCancelled'))
            limit 1
            """;

    private final KeysUsedInLog log;
    private final DrawKeys keys;

    RequiredSeedKeysCheck(KeysUsedInLog log, DrawKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    void check(@Observes @Priority(35) StartupEvent starting) {
        check();
    }

    void check() {
        log.refuseWithout(keys.sealing(), ContestTags.SEED_KEY, UNDRAWN, "The draw of contest %s needs");
    }
}
