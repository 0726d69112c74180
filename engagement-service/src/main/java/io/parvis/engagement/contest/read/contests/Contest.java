package io.parvis.engagement.contest.read.contests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.eventing.event.EventJson;

/**
 * A contest and its rules.
 *
 * @param state {@code draft} or {@code published}
 */
record Contest(
        String contestId, String state, @JsonUnwrapped ContestRules rules) {

    static Contest of(ContestView view) {
        try {
            return new Contest(
                    view.contestId, view.state, EventJson.mapper().readValue(view.rules, ContestRules.class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The view of contest " + view.contestId + " is broken", broken);
        }
    }
}
