/**
 * What the log says of a contest, in the draw's own terms: its dossier, its entries, its rules as the public sees them, and
 * what receipts hold of them. It is asked whenever something public is made, and nothing made is kept in a view.
 */
@NullMarked
package io.parvis.engagement.contest.log;

import org.jspecify.annotations.NullMarked;
