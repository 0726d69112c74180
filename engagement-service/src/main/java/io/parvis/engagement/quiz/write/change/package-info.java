/** Changing a quiz while it is a draft. */
@NullMarked
package io.parvis.engagement.quiz.write.change;

import org.jspecify.annotations.NullMarked;
