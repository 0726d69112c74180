/** What happens to quizzes and games, and to the attempts at them. */
@NullMarked
package io.parvis.engagement.quiz.event;

import org.jspecify.annotations.NullMarked;
