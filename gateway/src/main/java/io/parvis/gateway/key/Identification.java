package io.parvis.gateway.key;

/** What came of asking who is calling. */
public sealed interface Identification {

    /** The key is good. */
    record Known(KeyHolder caller) implements Identification {}

    /** There is no key, or it is nobody's, or no longer. */
    record Refused(String why) implements Identification {}

    /** Neither: the database cannot be asked and the key was not seen lately. */
    record Undecided() implements Identification {}
}
