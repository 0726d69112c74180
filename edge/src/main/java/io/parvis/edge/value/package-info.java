/**
 * What single values in requests may be: texts, times, durations, countries, currencies, domains. One rule each, for all
 * services; the reader of bodies and the constraints of their fields ask here.
 */
@NullMarked
package io.parvis.edge.value;

import org.jspecify.annotations.NullMarked;
