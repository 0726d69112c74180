package io.parvis.wire;

import java.util.regex.Pattern;

/**
 * The first line of a request.
 *
 * @param current whether it is HTTP/1.1, otherwise it is HTTP/1.0
 */
record RequestLine(String method, String target, boolean current) {

    private static final Pattern VERSION = Pattern.compile("HTTP/[0-9]\\.[0-9]");

    static RequestLine read(String line) throws MalformedRequest {
        var first = line.indexOf(' ');
        var last = line.lastIndexOf(' ');
        if (first == last) {
            throw MalformedRequest.because(
                    "The request line is not a method, a target and a version with a blank between.");
        }
        var read = new RequestLine(
                line.substring(0, first), line.substring(first + 1, last), isCurrent(line.substring(last + 1)));
        if (!HttpGrammar.isToken(read.method) || !HttpGrammar.isVisible(read.target)) {
            throw MalformedRequest.because("The request line holds a character that it must not hold.");
        }
        return read;
    }

    private static boolean isCurrent(String version) throws MalformedRequest {
        return switch (version) {
            case "HTTP/1.1" -> true;
            case "HTTP/1.0" -> false;
            default ->
                throw VERSION.matcher(version).matches()
                        ? MalformedRequest.unknownVersion()
                        : MalformedRequest.because("The request line does not end with a version.");
        };
    }

    @Override
    public String toString() {
        return method + " " + target + (current ? " HTTP/1.1" : " HTTP/1.0");
    }
}
