package io.parvis.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;

/**
 * A line of the table.
 *
 * @param open whether nobody is asked for a key
 * @param bodyLimit in bytes
 * @param unbounded media types, in lower case, to which the limit does not apply where they are posted
 */
public record Route(PathTemplate template, String service, boolean open, long bodyLimit, Set<String> unbounded) {

    static final long NO_LIMIT = Long.MAX_VALUE;

    /** The largest body that this request may have, in bytes. */
    long bodyLimit(HttpServerRequest request) {
        var stream = HttpMethod.POST.equals(request.method()) && unbounded.contains(mediaType(request));
        return stream ? NO_LIMIT : bodyLimit;
    }

    private static String mediaType(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return "";
        }
        var parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }
}
