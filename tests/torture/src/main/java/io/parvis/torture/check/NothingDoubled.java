package io.parvis.torture.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nothing is in the log twice: not an event, not what a key stands for, not what may exist once. */
final class NothingDoubled implements Property {

    /** Tags of which one event at most may carry each; of each kind of event, where a command records several. */
    private static final Set<String> ONCE = Set.of(
            "idempotency", "brand-slug", "entry", "mention-origin", "fan-external", "channel-address", "fan", "watch");

    private static final Map<String, String> ONCE_EACH = Map.of(
            "presence.BrandRegistered", "/brandId",
            "presence.BrandArchived", "/brandId",
            "presence.ChannelPlanned", "/channelId",
            "engagement.ContestDrafted", "/contestId",
            "engagement.ContestPublished", "/contestId",
            "engagement.ContestEntered", "/entryId",
            "reputation.MentionCaptured", "/mentionId");

    @Override
    public String name() {
        return "nothing twice";
    }

    @Override
    public Verdict check(Facts facts) {
        var seen = new HashMap<String, List<Long>>();
        for (var event : facts.log()) {
            note(seen, "event " + event.id(), event);
            event.tags().stream()
                    .filter(tag -> ONCE.contains(tag.substring(0, tag.indexOf('='))))
                    .forEach(tag -> note(seen, event.name() + " " + tag, event));
            var pointer = ONCE_EACH.get(event.name());
            if (pointer != null) {
                note(seen, event.name() + " of " + event.text(pointer), event);
            }
        }
        var violations = new ArrayList<String>();
        seen.forEach((what, positions) -> {
            if (positions.size() > 1) {
                violations.add(what + " at " + positions);
            }
        });
        for (var operation : facts.operations()) {
            var own = facts.eventsOf(operation);
            if (own.size() > 1) {
                violations.add("recorded " + own.size() + " times: " + operation + " " + own);
            }
        }
        return new Verdict(
                name(),
                "%,d operations, %,d names and keys, %,d doubled"
                        .formatted(facts.operations().size(), seen.size(), violations.size()),
                violations);
    }

    private static void note(Map<String, List<Long>> seen, String what, LogEvent event) {
        seen.computeIfAbsent(what, key -> new ArrayList<>(1)).add(event.position());
    }
}
