/** What engagement-service publishes. */
@NullMarked
package io.parvis.contracts.engagement;

import org.jspecify.annotations.NullMarked;
