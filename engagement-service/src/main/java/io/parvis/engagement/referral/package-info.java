/**
 * How far a campaign spreads. Fans ask for their share links, links lead to the campaign's landing page, and the circles
 * show who came how many hand-overs away from the brand: who comes without a link, or shares without having come through
 * anybody, stands in circle 0. A referral converts when the fan becomes a customer, once per fan, for whoever touched
 * them first. Who came through whom is decided in {@code invitation}, which contests, quizzes and fans share.
 */
@NullMarked
package io.parvis.engagement.referral;

import org.jspecify.annotations.NullMarked;
