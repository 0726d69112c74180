/**
 * Points are a double-entry ledger per fan: what was earned is burned, reserved, expired or still there, at all times.
 * A positive adjustment counts as earned, a negative one as burned. Every event carries the ledger after it, so a
 * decision reads one event however long the history is. What was earned lies in lots by the day (or, where it lasts
 * longer than a quarter, the month) on which it expires; the soonest goes first. A reservation holds its lots: they do
 * not expire in it, and at release those whose time has come meanwhile expire at once.
 *
 * <p>Tiers are judged by what qualified in the programme's period, which the ledger carries month by month: they rise in
 * the append of the movement that reaches them, and fall when their grace ends, by the list of what is due or by the
 * next movement, whichever comes first.
 */
@NullMarked
package io.parvis.engagement.reward;

import org.jspecify.annotations.NullMarked;
