package io.parvis.torture.check;

/** Something that must hold, whatever went wrong. */
interface Property {

    /** In a few words, as the table shows it. */
    String name();

    Verdict check(Facts facts);
}
