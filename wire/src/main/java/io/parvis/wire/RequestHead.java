package io.parvis.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request, validated as a whole.
 *
 * @param length of the body in bytes, or {@link #CHUNKED}
 */
record RequestHead(RequestLine line, List<HeaderField> fields, long length) {

    static final long CHUNKED = -1;

    /** Longer numbers do not fit a {@code long}. */
    private static final int MAX_DIGITS = 18;

    /** @throws MalformedRequest if its parts contradict each other, or the end of the body is ambiguous */
    static RequestHead judge(RequestLine line, List<HeaderField> fields) throws MalformedRequest {
        HostCheck.judge(line, single(fields, "host"));
        single(fields, "expect");
        return new RequestHead(line, List.copyOf(fields), length(line, fields));
    }

    private static long length(RequestLine line, List<HeaderField> fields) throws MalformedRequest {
        var length = single(fields, "content-length");
        var coding = single(fields, "transfer-encoding");
        if (coding == null) {
            return length == null ? 0 : number(length.value());
        }
        if (length != null) {
            throw MalformedRequest.because(
                    "The length of the body is told twice: by Transfer-Encoding and Content-Length.");
        }
        if (!line.current()) {
            throw MalformedRequest.because("HTTP/1.0 knows no Transfer-Encoding.");
        }
        if (!coding.value().equalsIgnoreCase("chunked")) {
            throw MalformedRequest.unknownCoding();
        }
        return CHUNKED;
    }

    private static long number(String text) throws MalformedRequest {
        if (!HttpGrammar.isNumber(text) || text.length() > MAX_DIGITS) {
            throw MalformedRequest.because("Content-Length is not one number of at most " + MAX_DIGITS + " digits.");
        }
        return Long.parseLong(text);
    }

    private static @Nullable HeaderField single(List<HeaderField> fields, String key) throws MalformedRequest {
        HeaderField found = null;
        for (var field : fields) {
            if (field.key().equals(key)) {
                if (found != null) {
                    throw MalformedRequest.because("There is more than one " + field.name() + ".");
                }
                found = field;
            }
        }
        return found;
    }
}
