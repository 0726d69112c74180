package io.parvis.wire;

import java.util.ArrayList;
import java.util.List;

/** The header fields of a request, with their length as they will be written. */
final class HeaderFields {

    private static final int OPTIONS = 16;

    private final int limit;
    private final List<HeaderField> all = new ArrayList<>();
    private int left;
    private int options;

    HeaderFields(int limit) {
        this.limit = limit;
        this.left = limit;
    }

    List<HeaderField> all() {
        return all;
    }

    /** How long the next line may be. */
    int left() {
        return left;
    }

    void add(String line) throws MalformedRequest {
        var before = left;
        var field = HeaderField.read(line);
        if (field.key().equals("connection")) {
            addOptions(field);
        } else {
            add(field);
        }
        left = Math.min(left, before - line.length());
        if (left < 0) {
            throw MalformedRequest.longHead(limit);
        }
    }

    /** One option per field: Vert.x does not parse lists of them. */
    private void addOptions(HeaderField field) throws MalformedRequest {
        for (var part : field.value().split(",")) {
            var option = part.strip();
            if (!option.isEmpty()) {
                if (++options > OPTIONS) {
                    throw MalformedRequest.because("Connection has more than " + OPTIONS + " options.");
                }
                add(new HeaderField(field.name(), field.key(), option));
            }
        }
    }

    private void add(HeaderField field) {
        left -= field.length();
        all.add(field);
    }
}
