/**
 * Who came through whom. A fan has one share link for each campaign, which is a contest or a quiz, by its id. Whoever
 * takes part, or registers, with somebody's token stands one circle further out than that somebody. The first touch
 * decides, and making a link is one: so a link knows its maker's circle for good, whoever follows it needs to know
 * nothing else, and nobody can come through somebody who came through them.
 *
 * <p>Contests, quizzes and fans decide with it what a token amounts to; referrals make the links and count what follows.
 * It knows none of them.
 */
@NullMarked
package io.parvis.engagement.invitation;

import org.jspecify.annotations.NullMarked;
