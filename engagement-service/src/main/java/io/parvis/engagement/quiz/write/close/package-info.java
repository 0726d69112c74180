/** Closing a quiz: by hand, or by itself when its time has come. */
@NullMarked
package io.parvis.engagement.quiz.write.close;

import org.jspecify.annotations.NullMarked;
