/**
 * How events become views and reactions. A projection's changes and its place in the log are committed in one database
 * transaction, so that after a crash nothing is lost or counted twice. An event that cannot be handled is tried again,
 * then parked with everything of the same sequence behind it, and an operator decides.
 */
@NullMarked
package io.parvis.eventing.projection;

import org.jspecify.annotations.NullMarked;
