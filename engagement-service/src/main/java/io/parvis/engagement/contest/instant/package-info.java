/**
 * Instant wins. Publishing commits to a seed as for a draw; the winning moments follow from it, one for each unit of each
 * prize, and nobody can read them before the closing. The first entry after a moment that nobody has taken wins it, and
 * is told in its answer. Who wins is decided with the entry, on the newest win of all ({@code InstantPrizeWon}): so the
 * stock is never exceeded, whoever comes at the same instant.
 *
 * <p>An entry that cannot win does not stand in that line. Wins only grow in number: where even the next moment after
 * those known to be taken has not come, none has, whatever others win meanwhile.
 *
 * <p>A prize that is not claimed in time lapses: there are no alternates, and no moment comes twice. When the contest has
 * closed the seed is revealed ({@code MomentsRevealed}), and the contest is settled once each prize that was won is
 * claimed or has lapsed; a moment that nobody took is told in the proof as not won.
 */
@NullMarked
package io.parvis.engagement.contest.instant;

import org.jspecify.annotations.NullMarked;
