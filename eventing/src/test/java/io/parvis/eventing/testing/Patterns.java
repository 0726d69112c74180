package io.parvis.eventing.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds patterns to a cost that grows no faster than the text, and to a stack that does not grow with it: those that
 * are constants, and those that fields, elements of lists and annotations are constrained by. Counted is how often a
 * pattern looks at a character, so that no machine is too busy for it.
 */
public final class Patterns {

    private static final int LENGTH = 12_000;
    private static final int LOOKS_PER_CHARACTER = 60;

    private static final List<String> BEGINNINGS = List.of(
            "", "a", "aa", "a/b", "a@a", "@", "\"", "https://", "https://a", "W/\"", "\"a\"", "00-", "pv_a", "/");

    private static final List<String> UNITS = List.of(
            "a", "A", "0", "-", "_", ".", "/", "@", ":", ";", "=", "\"", "\\", " ", "\t", ",", "{", "}", "?", "é", "a-",
            "-a", "aa-", "a.", "a,", "a=", ";a=", "a;", "/a", "/{a}", "a@", "\\\"", "00", "\"a\"", "\"\",");

    private static final List<String> ENDS = List.of("", "\u0001", "x", "-", "\"", " ");

    private Patterns() {}

    /** The patterns, with what proves it. */
    public static Set<String> thatCostMoreThanTheirText(JavaClasses classes) {
        var costly = new TreeSet<String>();
        classes.stream()
                .flatMap(type -> of(type).stream())
                .distinct()
                .filter(pattern -> !isCheap(Pattern.compile(pattern)))
                .forEach(costly::add);
        return costly;
    }

    private static boolean isCheap(Pattern pattern) {
        return BEGINNINGS.stream()
                .allMatch(begin -> UNITS.stream()
                        .allMatch(unit -> ENDS.stream()
                                .allMatch(end -> isCheap(pattern, begin + unit.repeat(LENGTH / unit.length()) + end))));
    }

    private static boolean isCheap(Pattern pattern, String text) {
        try {
            pattern.matcher(new Counted(text)).matches();
            return true;
        } catch (TooManyLooks | StackOverflowError costly) {
            return false;
        }
    }

    private static Collection<String> of(JavaClass type) {
        var found = new ArrayList<String>();
        var loaded = type.reflect();
        found.addAll(on(loaded));
        for (var field : loaded.getDeclaredFields()) {
            found.addAll(on(field));
            found.addAll(in(field.getAnnotatedType()));
            if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                found.add(constant(field).pattern());
            }
        }
        Arrays.stream(loaded.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .forEach(parameter -> found.addAll(on(parameter)));
        return found;
    }

    private static List<String> in(AnnotatedType type) {
        var arguments = type instanceof AnnotatedParameterizedType of
                ? Arrays.stream(of.getAnnotatedActualTypeArguments())
                : Stream.<AnnotatedType>empty();
        return Stream.concat(on(type).stream(), arguments.flatMap(argument -> in(argument).stream()))
                .toList();
    }

    private static List<String> on(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotationsByType(jakarta.validation.constraints.Pattern.class))
                .map(jakarta.validation.constraints.Pattern::regexp)
                .toList();
    }

    private static Pattern constant(Field field) {
        try {
            field.setAccessible(true);
            return (Pattern) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class TooManyLooks extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** A text that can be looked at so often and no more. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long left;

        Counted(String text) {
            this.text = text;
            this.left = (long) LOOKS_PER_CHARACTER * text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
