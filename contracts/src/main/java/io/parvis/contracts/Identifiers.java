package io.parvis.contracts;

/** What the ids of all services have in common. */
public final class Identifiers {

    private Identifiers() {}

    /**
     * Nothing else is asked of an id: which form it has is judged where a request brings it, and what stands in the log
     * must always load.
     *
     * @throws IllegalArgumentException where it is empty
     */
    public static void mustNotBeEmpty(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An id has at least one character");
        }
    }
}
