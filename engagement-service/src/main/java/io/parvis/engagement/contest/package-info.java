/**
 * A contest is drafted, published under rules that are versioned, entered by fans while it is open, and later drawn.
 * Publishing is decided with the brand's life in the condition: a brand archived at the same moment never ends up with
 * a contest published after it. Entering reads two small boundaries, the contest's life and this fan's entries to it,
 * so the millionth entry costs what the first does.
 *
 * <p>Publishing commits to a seed that nobody can read, and every entry is answered with a signed receipt. At its closing
 * time a contest closes by itself ({@code ContestClosed}); an automation then makes the root of its entries public
 * ({@code EntriesSealed}). The draw reads the entries from the log again, refuses to go on where they are not those that
 * were sealed, and reveals the seed ({@code ContestDrawn}). A prize is claimed or passes on to the next alternate, by
 * itself where it is not claimed in time; once none is open the contest is settled. Each step is one event, and what it
 * says follows from those before it: interrupted anywhere, it comes to the same.
 *
 * <p>An instant win is entered in the same way and tells at once what an entry won; it is not drawn (see {@code instant}).
 */
@NullMarked
package io.parvis.engagement.contest;

import org.jspecify.annotations.NullMarked;
