/**
 * A fan is somebody who takes part, known by an opaque id. What names or reaches the person (a partner's external id, a
 * handle, an e-mail address, a date of birth) is encrypted under a key of the fan's own before it goes anywhere; an
 * external id and a mailbox belong to one fan of a brand at a time, which a blind index holds without knowing them.
 * Consents say what the fan agrees to, when, and in which words. A fan may become a customer. An erased fan is nobody:
 * the key is destroyed, and what the log keeps means nothing any more.
 */
@NullMarked
package io.parvis.engagement.fan;

import org.jspecify.annotations.NullMarked;
