/**
 * The events that services read of each other: to react to them, and to decide with them. Their names, versions and
 * JSON are promises; golden files under src/test/resources hold them. A new version is a new record and an upcaster.
 */
@NullMarked
package io.parvis.contracts;

import org.jspecify.annotations.NullMarked;
