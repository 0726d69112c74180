/**
 * What follows when a fan is erased, whatever happens half-way. The fact is recorded first; then it is written into a
 * journal outside of the database, key and index entries are deleted, and the leaves of their tables are written anew
 * so that no file has them. Each step can be done again and is: by the request, by a projection of the log if the
 * request did not get there, and for all erasures whenever the service starts, before it serves anything. The log
 * brings erasures back to keys restored from an older backup; the journal brings them back to a log that was.
 */
@NullMarked
package io.parvis.engagement.fan.erasure;

import org.jspecify.annotations.NullMarked;
