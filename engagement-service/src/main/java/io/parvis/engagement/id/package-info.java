/** Ids that capabilities speak of which know nothing of each other; each other id stands where its owner is. */
@NullMarked
package io.parvis.engagement.id;

import org.jspecify.annotations.NullMarked;
