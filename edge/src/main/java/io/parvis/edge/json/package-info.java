/**
 * Strict JSON: a body is what its type and constraints say, and whatever is wrong with it is told with its place.
 */
@NullMarked
package io.parvis.edge.json;

import org.jspecify.annotations.NullMarked;
