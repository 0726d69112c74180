/**
 * Personal data of fans and what makes it readable. Every piece is encrypted under a key of the fan's own before it goes
 * anywhere; the keys, encrypted in their turn under a key that no database sees, stand in a schema of their own, together
 * with the blind index: from a keyed hash of what names a person to an id of pure chance. The log has ciphertext and
 * those ids, so that it says nothing once key and entry are destroyed.
 */
@NullMarked
package io.parvis.engagement.fan.personal;

import org.jspecify.annotations.NullMarked;
