package io.parvis.engagement.draw;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Numbers as a list, four bytes each. */
final class Ints extends AbstractList<Integer> implements RandomAccess {

    private final int[] numbers;

    private Ints(int[] numbers) {
        this.numbers = numbers;
    }

    static List<Integer> of(int[] numbers) {
        return new Ints(numbers);
    }

    @Override
    public Integer get(int index) {
        return numbers[index];
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
