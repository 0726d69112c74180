/** Writing down what a contest would be. */
@NullMarked
package io.parvis.engagement.contest.write.draft;

import org.jspecify.annotations.NullMarked;
