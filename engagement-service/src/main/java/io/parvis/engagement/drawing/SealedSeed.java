package io.parvis.engagement.drawing;

import org.jspecify.annotations.Nullable;

/**
 * A seed that nobody can read.
 *
 * @param text in base64
 * @param keyId of the key that encrypted it; null before keys had ids
 */
public record SealedSeed(String text, @Nullable String keyId) {}
