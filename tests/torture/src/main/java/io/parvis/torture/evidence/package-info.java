/** Reads from the database, once all is quiet, what the checker judges. */
@NullMarked
package io.parvis.torture.evidence;

import org.jspecify.annotations.NullMarked;
