package io.parvis.suite.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request; {@code target} is its path and query as they are sent, {@code role} whose key goes with it. */
record ApiRequest(
        ApiOperation operation,
        Intent intent,
        String role,
        String target,
        Map<String, String> headers,
        byte @Nullable [] body) {

    /** What it is for. */
    enum Intent {
        /** The smallest body that the document allows. */
        SMALLEST,
        /** All as the document says. */
        VALID,
        /** Something is not as the document says, or odd. */
        MUTATED
    }

    ApiRequest with(byte @Nullable [] otherBody) {
        return new ApiRequest(operation, intent, role, target, headers, otherBody);
    }

    ApiRequest without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new ApiRequest(operation, intent, role, target, fewer, body);
    }

    /** As a command line, to send it again. */
    String curl() {
        var line = new StringBuilder("curl -si -X ").append(operation.method());
        if (!role.equals(Callers.NOBODY)) {
            line.append(" -H \"X-API-Key: $")
                    .append(role.toUpperCase(java.util.Locale.ROOT))
                    .append('"');
        }
        headers.forEach((name, value) -> line.append(" -H ").append(quoted(name + ": " + value)));
        if (body != null) {
            line.append(" --data-binary ").append(quoted(new String(body, java.nio.charset.StandardCharsets.UTF_8)));
        }
        return line.append(" \"$API")
                .append(target.length() > 500 ? target.substring(0, 500) + "…(" + target.length() + ")" : target)
                .append('"')
                .toString();
    }

    private static String quoted(String text) {
        var shown = text.length() > 2000 ? text.substring(0, 2000) + "…(" + text.length() + ")" : text;
        return "$'" + shown.replace("\\", "\\\\").replace("'", "\\'").replace("\0", "\\0") + "'";
    }
}
