/**
 * Measured comparisons. Each runs its contenders in one process after another, warm, in ABBA order, on one PostgreSQL
 * with durable settings, and writes a report under {@code docs/benchmarks}. Figures of two runs are not comparable;
 * ratios within one are.
 */
@NullMarked
package io.parvis.bench;

import org.jspecify.annotations.NullMarked;
