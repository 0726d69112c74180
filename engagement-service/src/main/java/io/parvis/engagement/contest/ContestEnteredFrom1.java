package io.parvis.engagement.contest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.eventing.event.Upcaster;
import io.parvis.proofs.Sha256;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Version 1 knew no time: a fan entered once, and whenever that was, it was before. Nor did it know a pseudonym and a
 * salt: they are made of the ids, always the same; ids are random, so that nobody outside guesses them.
 */
@Singleton
class ContestEnteredFrom1 implements Upcaster {

    @Override
    public String eventName() {
        return "engagement.ContestEntered";
    }

    @Override
    public String fromVersion() {
        return "1";
    }

    @Override
    public String toVersion() {
        return "2";
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        var contest = payload.path("contestId").asText();
        return payload.put("enteredAt", Instant.EPOCH.toString())
                .put(
                        "fanPseudonym",
                        derived("pseudonym", contest, payload.path("fanId").asText()))
                .put("salt", derived("salt", contest, payload.path("entryId").asText()));
    }

    private static String derived(String what, String contest, String id) {
        return Sha256.hex(String.join("\n", "parvis-entry-1", what, contest, id));
    }
}
