/** How a quiz is answered, question by question. It tells the key, so it is not for partners. */
@NullMarked
package io.parvis.engagement.quiz.read.statistics;

import org.jspecify.annotations.NullMarked;
