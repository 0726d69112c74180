/** reputation-service: what people say of a brand and of others, what must be answered, and when it is a crisis. */
@NullMarked
package io.parvis.reputation;

import org.jspecify.annotations.NullMarked;
