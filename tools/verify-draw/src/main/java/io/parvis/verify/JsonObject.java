package io.parvis.verify;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members in the order in which they stood. Two arrays, for there may be a million of these. */
record JsonObject(String[] names, @Nullable Object[] values) {

    boolean has(String name) {
        return Arrays.asList(names).contains(name);
    }

    @Nullable
    Object get(String name) {
        var at = Arrays.asList(names).indexOf(name);
        return at < 0 ? null : values[at];
    }

    JsonObject without(String name) {
        var at = Arrays.asList(names).indexOf(name);
        return at < 0 ? this : new JsonObject(cut(names, at), cut(values, at));
    }

    List<String> nameList() {
        return List.of(names);
    }

    private static <T extends @Nullable Object> T[] cut(T[] array, int at) {
        var shorter = Arrays.copyOf(array, array.length - 1);
        System.arraycopy(array, at + 1, shorter, at, array.length - at - 1);
        return shorter;
    }
}
