/**
 * What the gateway's tests stand on: a PostgreSQL, three little services that are real HTTP servers and do what a
 * request asks them to, keys of every kind, and a client that sends exactly the bytes it is given.
 */
@NullMarked
package io.parvis.gateway.testing;

import org.jspecify.annotations.NullMarked;
