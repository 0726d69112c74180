package io.parvis.wire;

import java.util.Objects;

/** A request that violates RFC 9112 or 9113. Its connection is closed after the response. */
public final class MalformedRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    private MalformedRequest(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    static MalformedRequest because(String detail) {
        return new MalformedRequest(400, detail);
    }

    static MalformedRequest longLine(int limit) {
        return new MalformedRequest(414, "The request line may have " + limit + " bytes.");
    }

    static MalformedRequest tooManyPipelined(int limit) {
        return new MalformedRequest(429, "At most " + limit + " requests of a connection may wait for their answers.");
    }

    static MalformedRequest longHead(int limit) {
        return new MalformedRequest(431, "The header fields may have " + limit + " bytes together.");
    }

    static MalformedRequest unknownCoding() {
        return new MalformedRequest(501, "Of the transfer codings only chunked is understood.");
    }

    static MalformedRequest unknownVersion() {
        return new MalformedRequest(505, "HTTP/1.0, HTTP/1.1 and HTTP/2 are spoken here.");
    }

    /** Of the answer: 400, 414, 429, 431, 501 or 505. */
    public int status() {
        return status;
    }

    /** For programs: the last segment of the problem's type. */
    public String name() {
        return switch (status) {
            case 414 -> "request-line-too-long";
            case 429 -> "too-many-requests";
            case 431 -> "headers-too-large";
            case 501 -> "transfer-coding-unknown";
            case 505 -> "http-version-unknown";
            default -> "invalid-request";
        };
    }

    /** For people; holds nothing of the request. */
    public String detail() {
        return Objects.requireNonNull(getMessage());
    }
}
