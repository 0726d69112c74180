/** The view of brands that lists of this service ask; what decisions ask of a brand stands in {@link io.parvis.edge.brand}. */
@NullMarked
package io.parvis.engagement.brand;

import org.jspecify.annotations.NullMarked;
