/** Writing down what a quiz would be, its key included. */
@NullMarked
package io.parvis.engagement.quiz.write.draft;

import org.jspecify.annotations.NullMarked;
