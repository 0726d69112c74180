/** What happens to contests, beside what is published to the other services. */
@NullMarked
package io.parvis.engagement.contest.event;

import org.jspecify.annotations.NullMarked;
