/**
 * Between contests and the draw that a stranger can check: its secrets, its receipts, and what the log says of a
 * contest in the draw's own terms. Everything public is made again from the log whenever it is asked for.
 */
@NullMarked
package io.parvis.engagement.contest.log;

import org.jspecify.annotations.NullMarked;
