/**
 * Points are a double-entry ledger per fan: what was earned is burned, reserved, expired or still there, at all times.
 * A positive adjustment counts as earned, a negative one as burned. Every event carries the ledger after it, so a
 * decision reads one event however long the history is. What was earned lies in lots by the day (or, where it lasts
 * longer than a quarter, the month) on which it expires; the soonest goes first. A reservation holds its lots: they do
 * not expire in it, and at release those whose time has come meanwhile expire at once.
 */
@NullMarked
package io.parvis.engagement.reward;

import org.jspecify.annotations.NullMarked;
