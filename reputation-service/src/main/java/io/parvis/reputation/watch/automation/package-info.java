/** What watches do by themselves. */
@NullMarked
package io.parvis.reputation.watch.automation;

import org.jspecify.annotations.NullMarked;
