/** Starting an attempt: as many as are allowed, one at a time. */
@NullMarked
package io.parvis.engagement.quiz.write.start;

import org.jspecify.annotations.NullMarked;
