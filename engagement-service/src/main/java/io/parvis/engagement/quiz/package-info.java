/**
 * A quiz or game asks questions, marks the answers on the server and gives advice. It is drafted, published (from then
 * on it does not change) and closed. A fan has one attempt or several, one after the other; an attempt is started,
 * answered question by question and finished, by the fan or by its time limit. What is right, and the advice, leaves
 * only when the fan has no attempt left or when the quiz is closed. Every decision reads three small boundaries: what
 * is offered ({@code quiz-offer}, two events), the attempt's own events, and the count of the fan's attempts.
 */
@NullMarked
package io.parvis.engagement.quiz;

import org.jspecify.annotations.NullMarked;
