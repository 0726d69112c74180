/** What happens to points and to the programme that gives them. */
@NullMarked
package io.parvis.engagement.reward.event;

import org.jspecify.annotations.NullMarked;
