package io.parvis.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the JVM says of its collections ({@code -Xlog:gc}), in MB. */
final class HeapLog {

    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private long before;
    private long after;
    private long capacity;

    HeapLog(Path file) throws IOException {
        for (var line : Files.readAllLines(file)) {
            var collection = COLLECTION.matcher(line);
            if (collection.find()) {
                before = Math.max(before, Long.parseLong(collection.group(1)));
                after = Math.max(after, Long.parseLong(collection.group(2)));
                capacity = Math.max(capacity, Long.parseLong(collection.group(3)));
            }
        }
    }

    long before() {
        return before;
    }

    long after() {
        return after;
    }

    long capacity() {
        return capacity;
    }
}
