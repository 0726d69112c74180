/** Answering one question of an attempt. Whether it was right is not said. */
@NullMarked
package io.parvis.engagement.quiz.write.answer;

import org.jspecify.annotations.NullMarked;
