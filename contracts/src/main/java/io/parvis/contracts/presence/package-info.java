/** What presence-service publishes. */
@NullMarked
package io.parvis.contracts.presence;

import org.jspecify.annotations.NullMarked;
