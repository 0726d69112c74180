/**
 * A quiz or game asks questions, marks the answers on the server and gives advice. It is drafted, published (from then
 * on it does not change) and closed. A fan has one attempt or several, one after the other; an attempt is started,
 * answered question by question and finished, by the fan or by its time limit. What is right, and the advice, leaves
 * only when the fan has no attempt left or when the quiz is closed. Every decision reads three small boundaries: what
 * is offered ({@code quiz-offer}, two events), the attempt's own events, and the count of the fan's attempts.
 *
 * <p>While a fan has attempts left, a finished one tells its score, so that the fan can decide whether to try again, and
 * nothing of the single questions. Whoever answers one question only learns from the score whether that was right, at
 * the price of an attempt; never what would have been right. There is one exception: where points fall with the distance
 * from a number, a score is that distance and gives the number away, and so it waits as well.
 */
@NullMarked
package io.parvis.engagement.quiz;

import org.jspecify.annotations.NullMarked;
