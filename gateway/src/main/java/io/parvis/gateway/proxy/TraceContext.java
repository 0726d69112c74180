package io.parvis.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace that a request belongs to: the client's if it sent a valid one, a new one otherwise. */
record TraceContext(String parent, @Nullable String state) {

    private static final Pattern VALID =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    static TraceContext of(MultiMap headers) {
        var parent = headers.getAll("traceparent");
        if (parent.size() == 1 && VALID.matcher(parent.getFirst()).matches()) {
            var state = headers.getAll("tracestate");
            return new TraceContext(parent.getFirst(), state.isEmpty() ? null : String.join(",", state));
        }
        return begun();
    }

    private static TraceContext begun() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        // Odd numbers: an id of zeros is not valid.
        var trace = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
        return new TraceContext("00-" + trace + "-" + hex.toHexDigits(random.nextLong() | 1) + "-01", null);
    }

    void writeTo(MultiMap headers) {
        headers.set("traceparent", parent);
        if (state != null) {
            headers.set("tracestate", state);
        }
    }
}
