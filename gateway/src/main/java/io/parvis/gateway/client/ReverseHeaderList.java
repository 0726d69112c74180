package io.parvis.gateway.client;

import java.util.List;
import java.util.Optional;

/** The elements of a comma-separated header, the last one first, without empty ones. */
final class ReverseHeaderList {

    /** Where the part of a text begins that ends at a place. */
    @FunctionalInterface
    interface Beginning {
        int of(String text, int end);
    }

    private final String text;
    private final Beginning beginning;
    private int end;

    /** @param headers in the order in which they came: several are one with commas between (RFC 9110, 5.3) */
    ReverseHeaderList(List<String> headers, Beginning beginning) {
        this.text = String.join(",", headers);
        this.beginning = beginning;
        this.end = text.length();
    }

    Optional<String> next() {
        while (end > 0) {
            var begin = beginning.of(text, end);
            var part = text.substring(begin, end).strip();
            end = begin - 1;
            if (!part.isEmpty()) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
