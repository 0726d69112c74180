/** presence-service: who a brand is, where it is, whether it is ready to open a channel and keeps it alive. */
@NullMarked
package io.parvis.presence;

import org.jspecify.annotations.NullMarked;
