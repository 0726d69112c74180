package io.parvis.torture.check;

import java.time.Instant;
import java.util.List;

/**
 * The last batch of a writer, as the store remembers it.
 *
 * @param verdicts an append's last position each, or 0 where it was rejected
 */
public record Batch(String writer, long number, List<Long> verdicts, Instant recordedAt) {}
