package io.parvis.gateway.service;

/**
 * A path of a service's API document.
 *
 * @param path a template below {@code /v1/}; {@code {name}} stands for one segment
 * @param takesStreams whether what is posted there may be a stream of lines, which has no size
 */
public record DeclaredPath(String path, boolean takesStreams) {}
