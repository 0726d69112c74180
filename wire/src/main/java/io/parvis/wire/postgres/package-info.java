/**
 * How a process of ours holds connections to PostgreSQL. No wait is without an end: whoever opens a connection here gets
 * one that closes itself when an answer is overdue, so that a mute one neither keeps anybody waiting nor goes back to a pool.
 */
@NullMarked
package io.parvis.wire.postgres;

import org.jspecify.annotations.NullMarked;
