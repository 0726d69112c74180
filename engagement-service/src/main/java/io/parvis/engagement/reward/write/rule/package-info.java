/** Earning by the programme's rules, as a reaction to what a fan did. */
@NullMarked
package io.parvis.engagement.reward.write.rule;

import org.jspecify.annotations.NullMarked;
