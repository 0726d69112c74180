/**
 * What a server reads off a connection, before anything else does. Two readers of one request must never disagree where
 * it ends, or the second one takes a part of it for a request of somebody else's. So every byte of HTTP/1 is read here
 * first, by the letter of RFC 9112; what is not by the letter is refused and the connection closed, and what is gets
 * written anew in the one form that cannot be misread, which is all that Netty's more lenient decoder ever sees. Of
 * HTTP/2, whose frames leave no doubt about ends, the names and values of headers are judged.
 */
@NullMarked
package io.parvis.wire;

import org.jspecify.annotations.NullMarked;
