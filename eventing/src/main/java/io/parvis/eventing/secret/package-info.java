/** Secrets of a deployment under which texts are hidden, and how one follows another without anything being lost. */
@NullMarked
package io.parvis.eventing.secret;

import org.jspecify.annotations.NullMarked;
