/** Attempts as callers read them: with the key only once the fan has no attempt left or the quiz is closed. */
@NullMarked
package io.parvis.engagement.quiz.read.attempts;

import org.jspecify.annotations.NullMarked;
