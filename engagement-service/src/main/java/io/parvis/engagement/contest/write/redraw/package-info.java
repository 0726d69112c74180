/** A prize passes on to the next alternate, by hand or by itself. */
@NullMarked
package io.parvis.engagement.contest.write.redraw;

import org.jspecify.annotations.NullMarked;
