/** What everybody may know of a contest, without a token: enough to check its draw. */
@NullMarked
package io.parvis.engagement.contest.read.published;

import org.jspecify.annotations.NullMarked;
