/**
 * A contest is drafted, published under rules that are versioned, entered by fans while it is open, and later drawn.
 * Publishing is decided with the brand's life in the condition: a brand archived at the same moment never ends up with
 * a contest published after it. Entering reads two small boundaries, the contest's life and this fan's entries to it,
 * so the millionth entry costs what the first does.
 */
@NullMarked
package io.parvis.engagement.contest;

import org.jspecify.annotations.NullMarked;
