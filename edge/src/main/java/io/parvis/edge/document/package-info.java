/**
 * What the API document says of bodies, made when a service is built, from the types that bodies are read into and
 * written from. The scanner knows them by their fields; here it learns what the checks know: what must be there, what
 * may be null, that a text must fit a pattern as a whole, what a constraint of ours means, that nothing else is taken,
 * and that what is sent to PATCH is a change.
 */
@NullMarked
package io.parvis.edge.document;

import org.jspecify.annotations.NullMarked;
