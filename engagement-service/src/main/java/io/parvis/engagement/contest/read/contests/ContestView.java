package io.parvis.engagement.contest.read.contests;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A contest; its rules as the JSON document in which they were recorded, since they are read whole. */
@Entity
@Table(name = "contest")
class ContestView extends VersionedView {

    static final String BYTES = "octet_length(rules) + coalesce(octet_length(nextRules), 0)";

    @Id
    String contestId;

    String brandId;
    String rules;
    int rulesVersion;

    @Nullable
    String nextRules;

    @Nullable
    String cancelledBecause;

    String state;
    long position;

    protected ContestView() {}

    ContestView(ContestDrafted event, long position) {
        super(position);
        this.contestId = event.contestId().value();
        this.brandId = event.brandId().value();
        this.rules = written(event.rules());
        this.rulesVersion = 1;
        this.position = position;
        in(ContestState.DRAFT);
    }

    void rewrite(ContestRulesChanged event) {
        if (state.equals(text(ContestState.DRAFT))) {
            rules = written(event.rules());
        } else {
            nextRules = written(event.rules());
        }
    }

    void publish(ContestPublished event) {
        rulesVersion = event.rulesVersion();
        if (nextRules != null) {
            rules = nextRules;
            nextRules = null;
        }
        in(ContestState.PUBLISHED);
    }

    final void in(ContestState next) {
        state = text(next);
    }

    Contest toContest() {
        return new Contest(
                contestId,
                ContestState.valueOf(state.toUpperCase(Locale.ROOT)),
                rulesVersion,
                read(rules),
                nextRules == null ? null : read(nextRules),
                cancelledBecause);
    }

    private static String text(ContestState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String written(ContestRules rules) {
        try {
            return EventJson.mapper().writeValueAsString(rules);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ContestRules read(String rules) {
        try {
            return EventJson.mapper().readValue(rules, ContestRules.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The view of a contest is broken", broken);
        }
    }
}
