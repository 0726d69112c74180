/**
 * How far a campaign spreads. A campaign is a contest or a quiz, by its id; a fan has one share link for each. Who takes
 * part, or registers, through somebody's link stands one circle further out than that somebody; who comes without one,
 * or shares without having come through anybody, stands in circle 0. The first touch decides, and making a link is one:
 * so a link knows its maker's circle for good, whoever follows it needs to know nothing else, and nobody can come
 * through somebody who came through them. A referral converts when the fan becomes a customer, once per fan, for
 * whoever touched them first.
 */
@NullMarked
package io.parvis.engagement.referral;

import org.jspecify.annotations.NullMarked;
