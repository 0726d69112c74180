/**
 * Strict parsing of HTTP on server connections, before any other handler. Two parsers that disagree about the end of
 * a request make request smuggling possible. So every byte of HTTP/1 is parsed here first, strictly by RFC 9112: a
 * malformed request is refused and its connection closed; a valid one is rewritten in canonical form, which is all
 * that Netty's more lenient decoder sees. HTTP/2 frames have clear ends: only the names and values of headers are
 * validated.
 */
@NullMarked
package io.parvis.wire;

import org.jspecify.annotations.NullMarked;
