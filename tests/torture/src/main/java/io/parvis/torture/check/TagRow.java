package io.parvis.torture.check;

/** A row of the tag table. */
public record TagRow(String tag, long position) {}
