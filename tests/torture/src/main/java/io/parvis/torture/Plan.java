package io.parvis.torture;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to do.
 *
 * @param root the checkout, with its modules built
 * @param folder where data and logs go
 * @param time how long things go wrong
 * @param kills how many processes are killed in it
 * @param segments into which the work of each projection and automation is cut
 * @param seed of all dice; timing has its own
 */
record Plan(Path root, Path folder, Duration time, int kills, int clients, int segments, long seed) {}
