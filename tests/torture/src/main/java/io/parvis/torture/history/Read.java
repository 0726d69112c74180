package io.parvis.torture.history;

/**
 * A client looked for what it had just been told was done, and sent the position along.
 *
 * @param status as answered
 */
public record Read(String path, long position, int status) {}
