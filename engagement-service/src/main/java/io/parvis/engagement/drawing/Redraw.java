package io.parvis.engagement.drawing;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A prize left its holder: it passes to the next alternate that no redraw has taken, or to nobody when there is none.
 *
 * @param prize index into the prizes of the rules, from 0
 * @param from position of the entry that held it
 * @param to position of the entry that holds it now; none when no alternate is left
 * @param position of the redraw in the event store
 * @param reason it is published: nothing personal
 */
public record Redraw(int prize, long from, @Nullable Long to, Instant at, long position, String reason) {

    Map<String, Object> json() {
        var json = new TreeMap<String, Object>(
                Map.of("at", at.toString(), "from", from, "position", position, "prize", prize, "reason", reason));
        json.put("to", to);
        return json;
    }
}
