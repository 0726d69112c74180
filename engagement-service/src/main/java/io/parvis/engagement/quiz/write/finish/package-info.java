/** Ending an attempt and marking it: by the fan, by its time limit, or because the quiz was closed. */
@NullMarked
package io.parvis.engagement.quiz.write.finish;

import org.jspecify.annotations.NullMarked;
