/** What fans do and what they get for it. */
@NullMarked
package io.parvis.engagement.reward.automation;

import org.jspecify.annotations.NullMarked;
