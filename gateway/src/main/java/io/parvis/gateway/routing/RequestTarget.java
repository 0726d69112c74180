package io.parvis.gateway.routing;

import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.GatewayProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request is for, read strictly.
 *
 * @param segments of the path, decoded; none is empty or a dot
 * @param uri path and query as a service gets them: the path encoded anew from the segments
 */
record RequestTarget(List<String> segments, String uri) {

    /**
     * @param raw the target as it stands in the request line, in origin or absolute form
     * @throws GatewayProblemException 400 where it is malformed, 404 where it is not a canonical path
     */
    static RequestTarget read(String raw) {
        var target = originForm(raw);
        var mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        var query = mark < 0 ? null : target.substring(mark + 1);
        if (query != null) {
            PercentEncoding.check(query, "query");
        }
        var segments = segments(path);
        return new RequestTarget(segments, uri(segments, query));
    }

    private static String originForm(String raw) {
        if (raw.startsWith("/")) {
            return raw;
        }
        var scheme = raw.indexOf("://");
        if (scheme < 0) {
            throw new GatewayProblemException(GatewayProblem.invalid("The target of the request is not a path."));
        }
        var slash = raw.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : raw.substring(slash);
    }

    private static List<String> segments(String path) {
        if (path.equals("/")) {
            return List.of();
        }
        var segments = new ArrayList<String>();
        for (var part : path.substring(1).split("/", -1)) {
            segments.add(segment(part));
        }
        // Only now: a malformed path is a 400, wherever in it the fault stands.
        if (segments.stream().anyMatch(RequestTarget::ambiguous)) {
            throw new GatewayProblemException(GatewayProblem.notFound());
        }
        return List.copyOf(segments);
    }

    private static String segment(String raw) {
        PercentEncoding.check(raw, "path");
        // A parameter (;) is dropped by some servers and kept by others. Encoded, it is an ordinary character.
        return raw.indexOf(';') >= 0 ? "" : PercentEncoding.decode(raw);
    }

    private static boolean ambiguous(String segment) {
        return segment.isEmpty()
                || segment.equals(".")
                || segment.equals("..")
                || segment.indexOf('/') >= 0
                || segment.indexOf('\\') >= 0;
    }

    private static String uri(List<String> segments, @Nullable String query) {
        var uri = new StringBuilder();
        for (var segment : segments) {
            PercentEncoding.encode(segment, uri.append('/'));
        }
        if (uri.isEmpty()) {
            uri.append('/');
        }
        return query == null ? uri.toString() : uri.append('?').append(query).toString();
    }
}
