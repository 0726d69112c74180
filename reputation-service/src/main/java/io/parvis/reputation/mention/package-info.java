/**
 * A mention is something that somebody said, of a brand, somewhere. Its source and external id name it: the same again
 * is the same mention, however often and by whichever way it comes in, one by one or in a stream of any length. Authors
 * are people: of them only how many follow them is kept, and what they said. Where they said it, and its id there, usually
 * name them: the id is hidden under a key, the address is not kept.
 */
@NullMarked
package io.parvis.reputation.mention;

import org.jspecify.annotations.NullMarked;
