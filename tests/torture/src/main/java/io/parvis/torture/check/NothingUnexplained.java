package io.parvis.torture.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every event is some client's, or stands before one that is, by the same command; or is an automation's for a cause. Every
 * cause has had its effect, once.
 */
final class NothingUnexplained implements Property {

    private static final String CAUSE = "engagement.ContestPublished";
    private static final String EFFECT = "reputation.WatchAdded";

    /** What the command that records a cause records before it. */
    private static final String COMPANION = "engagement.DrawCommitted";

    @Override
    public String name() {
        return "every event has an author, every cause its effect";
    }

    @Override
    public Verdict check(Facts facts) {
        var violations = new ArrayList<String>();
        var causes = new HashMap<String, LogEvent>();
        int effects = 0;
        @Nullable LogEvent before = null;
        for (var event : facts.log()) {
            if (event.name().equals(CAUSE)) {
                causes.put(event.id(), event);
                if (before == null || !goesWith(before, event)) {
                    violations.add("half there, nothing was committed to: " + event);
                }
            } else if (before != null && before.name().equals(COMPANION)) {
                violations.add("half there, nothing was published: " + before);
            }
            before = event;
            if (event.name().equals(EFFECT)) {
                effects++;
                if (!follows(causes, event)) {
                    violations.add("an automation's, for no cause: " + event);
                }
            } else if (!event.name().equals(COMPANION) && facts.author(event) == null) {
                violations.add("nobody's: " + event);
            }
        }
        causes.values().forEach(cause -> violations.add("no automation has acted on " + cause));
        return new Verdict(
                name(),
                "%,d events, %,d of them by automations, %,d wrong"
                        .formatted(facts.log().size(), effects, violations.size()),
                violations);
    }

    private static boolean goesWith(LogEvent companion, LogEvent cause) {
        return companion.name().equals(COMPANION)
                && companion.text("/contestId").equals(cause.text("/contestId"))
                && companion.trace().equals(cause.trace());
    }

    /** Takes the cause away, so that a second effect finds none. */
    private static boolean follows(Map<String, LogEvent> causes, LogEvent effect) {
        var cause = causes.remove(effect.metadata().getOrDefault("causationId", ""));
        return cause != null
                && effect.byAutomation()
                && effect.text("/name").equals(cause.text("/name"))
                && effect.text("/brandId").equals(cause.text("/brandId"))
                && effect.trace().equals(cause.trace());
    }
}
