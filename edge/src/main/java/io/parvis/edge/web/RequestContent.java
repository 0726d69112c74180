package io.parvis.edge.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request says of the form of its content (RFC 9110, 8.3 and 8.4). */
public final class RequestContent {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final Pattern TYPE = Pattern.compile("(" + TOKEN + "/" + TOKEN + ")");
    private static final Pattern PARAMETER =
            Pattern.compile("[ \\t]*+;[ \\t]*+(?:(" + TOKEN + ")=(" + TOKEN + "|" + QUOTED + "))?+[ \\t]*+");

    private static final String AS_IT_IS = "identity";

    private RequestContent() {}

    /** Whether what follows the head is content, as far as the head says it: over HTTP/2 only a type does without a length. */
    static boolean isDeclared(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.headers()
                        .contains(
                                request.version() == HttpVersion.HTTP_2
                                        ? HttpHeaders.CONTENT_TYPE
                                        : HttpHeaders.TRANSFER_ENCODING)
                : !length.equals("0");
    }

    /** Whether the content is packed in any way. */
    static boolean isEncoded(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .anyMatch(coding -> !coding.strip().equalsIgnoreCase(AS_IT_IS));
    }

    /** Whether its type is one, said once, and its text in UTF-8. */
    static boolean isReadable(HttpServerRequest request) {
        var type = of(request);
        return type != null && type.isUtf8();
    }

    /** The media type alone; null where none is given, or what is given is none or more than one. */
    static @Nullable String mediaType(HttpServerRequest request) {
        var type = of(request);
        return type == null ? null : type.name;
    }

    /** Whether the content is of exactly that media type. */
    public static boolean is(String mediaType, HttpServerRequest request) {
        return mediaType.equals(mediaType(request));
    }

    private record Type(String name, List<String> charsets) {
        boolean isUtf8() {
            return charsets.stream().allMatch(StandardCharsets.UTF_8.name()::equalsIgnoreCase);
        }
    }

    /** @return null where none is given, or what is given is none or more than one */
    private static @Nullable Type of(HttpServerRequest request) {
        var given = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        return given.size() == 1 ? parse(given.getFirst().strip()) : null;
    }

    private static @Nullable Type parse(String text) {
        var type = TYPE.matcher(text);
        if (!type.lookingAt()) {
            return null;
        }
        var charsets = new ArrayList<String>();
        var parameter = PARAMETER.matcher(text);
        for (int at = type.end(); at < text.length(); at = parameter.end()) {
            if (!parameter.region(at, text.length()).lookingAt()) {
                return null;
            }
            if ("charset".equalsIgnoreCase(parameter.group(1))) {
                charsets.add(unquoted(parameter.group(2)));
            }
        }
        return new Type(type.group().toLowerCase(Locale.ROOT), charsets);
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }
}
