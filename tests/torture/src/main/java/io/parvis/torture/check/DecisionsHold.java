package io.parvis.torture.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Read in order, the log never breaks a rule: each event was allowed by those before it. */
final class DecisionsHold implements Property {

    @Override
    public String name() {
        return "each event is allowed by those before it";
    }

    /** What the log has said so far. */
    private static final class Past {
        private final Set<String> registered = new HashSet<>();
        private final Set<String> archived = new HashSet<>();
        private final Map<String, String> drafted = new HashMap<>();
        private final Set<String> published = new HashSet<>();
        private final Map<String, String> fans = new HashMap<>();
        private final Map<String, Books> points = new HashMap<>();
    }

    /** A fan's points, added up from the first. */
    private static final class Books {
        private long earned;
        private long burned;

        /** Whether nobody burned what was not there, and the event says the same sums. */
        boolean addUp(LogEvent event) {
            long points = event.number("/points");
            if (event.text("/operation").equals("earn")) {
                earned += points;
            } else {
                burned += points;
            }
            return burned <= earned
                    && event.number("/ledger/earned") == earned
                    && event.number("/ledger/burned") == burned;
        }
    }

    @Override
    public Verdict check(Facts facts) {
        var past = new Past();
        var violations = new ArrayList<String>();
        for (var event : facts.log()) {
            if (!allowed(past, event)) {
                violations.add("not allowed by what came before: " + event);
            }
        }
        return new Verdict(
                name(),
                "%,d events, %,d brands archived, %,d contests published, %,d broken"
                        .formatted(facts.log().size(), past.archived.size(), past.published.size(), violations.size()),
                violations);
    }

    private static boolean allowed(Past past, LogEvent event) {
        var brand = event.text("/brandId");
        var contest = event.text("/contestId");
        var active = past.registered.contains(brand) && !past.archived.contains(brand);
        return switch (event.name()) {
            case "presence.BrandRegistered" -> past.registered.add(brand);
            case "presence.BrandArchived" -> past.archived.add(brand) && active;
            case "engagement.FanRegistered" -> active && past.fans.put(event.text("/fanId"), brand) == null;
            case "engagement.ContestDrafted" -> active && past.drafted.put(contest, brand) == null;
            case "engagement.DrawCommitted" ->
                !past.published.contains(contest) && active && brand.equals(past.drafted.get(contest));
            case "engagement.ContestPublished" ->
                past.published.add(contest) && active && brand.equals(past.drafted.get(contest));
            case "engagement.ContestEntered" ->
                past.published.contains(contest)
                        && brand.equals(past.drafted.get(contest))
                        && brand.equals(past.fans.get(event.text("/fanId")));
            case "engagement.PointsMoved" ->
                active
                        && brand.equals(past.fans.get(event.text("/fanId")))
                        && past.points
                                .computeIfAbsent(event.text("/fanId"), fan -> new Books())
                                .addUp(event);
            case "presence.PersonaSet", "presence.ChannelPlanned" -> active;
            case "reputation.MentionCaptured", "reputation.WatchAdded" -> past.registered.contains(brand);
            default ->
                !List.of("presence", "engagement", "reputation")
                        .contains(event.name().split("\\.", 2)[0]);
        };
    }
}
