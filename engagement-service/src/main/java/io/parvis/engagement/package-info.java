/** engagement-service: what a brand offers people to take part in, whether it is fair, and what they gain. */
@NullMarked
package io.parvis.engagement;

import org.jspecify.annotations.NullMarked;
