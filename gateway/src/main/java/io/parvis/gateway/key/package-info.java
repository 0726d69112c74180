/**
 * Who may come in. A caller shows an API key; its hash is looked up in the gateway's schema and remembered for a few
 * seconds, a little longer where the database cannot be asked. Each key is one principal's,
 * and a principal may have several. What a service gets to see is never the key, nor its id: it is a token of a minute
 * that the gateway signs, with the principal and its grants. Whether the grants suffice is decided
 * in the service that owns the data. Keys for a first start come from configuration and are stored hashed like any.
 */
@NullMarked
package io.parvis.gateway.key;

import org.jspecify.annotations.NullMarked;
