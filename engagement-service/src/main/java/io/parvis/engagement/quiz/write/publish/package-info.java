/** Offering a quiz to the public, decided with the brand's life. */
@NullMarked
package io.parvis.engagement.quiz.write.publish;

import org.jspecify.annotations.NullMarked;
