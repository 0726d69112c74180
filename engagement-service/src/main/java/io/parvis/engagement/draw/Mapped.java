package io.parvis.engagement.draw;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A list whose elements are made when they are asked for. */
final class Mapped<S, T> extends AbstractList<T> implements RandomAccess {

    private final List<S> source;
    private final Function<S, T> made;

    private Mapped(List<S> source, Function<S, T> made) {
        this.source = source;
        this.made = made;
    }

    /** @param source with constant time for each element */
    static <S, T> List<T> of(List<S> source, Function<S, T> made) {
        return new Mapped<>(source, made);
    }

    @Override
    public T get(int index) {
        return made.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }
}
