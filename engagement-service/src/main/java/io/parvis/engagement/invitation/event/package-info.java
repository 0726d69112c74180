/** What the log keeps of links and first touches. */
@NullMarked
package io.parvis.engagement.invitation.event;

import org.jspecify.annotations.NullMarked;
