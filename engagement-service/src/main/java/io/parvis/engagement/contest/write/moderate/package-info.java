/** Taking entries out of a contest and back in, until it closes. */
@NullMarked
package io.parvis.engagement.contest.write.moderate;

import org.jspecify.annotations.NullMarked;
