package io.parvis.engagement.drawing;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** A list whose elements are made when they are asked for. */
final class LazyList<T> extends AbstractList<T> implements RandomAccess {

    private final int size;
    private final IntFunction<T> made;

    private LazyList(int size, IntFunction<T> made) {
        this.size = size;
        this.made = made;
    }

    /** @param made in constant time, from the element's place */
    static <T> List<T> of(int size, IntFunction<T> made) {
        return new LazyList<>(size, made);
    }

    @Override
    public T get(int index) {
        return made.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
