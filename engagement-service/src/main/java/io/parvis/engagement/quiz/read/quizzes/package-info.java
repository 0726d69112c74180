/** Quizzes as callers read them: with their key only where the caller may have it. */
@NullMarked
package io.parvis.engagement.quiz.read.quizzes;

import org.jspecify.annotations.NullMarked;
