/** A winner takes their prize. */
@NullMarked
package io.parvis.engagement.contest.write.claim;

import org.jspecify.annotations.NullMarked;
