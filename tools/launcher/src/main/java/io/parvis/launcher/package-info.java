/**
 * The launcher behind {@code ./parvis up}. It unpacks PostgreSQL, prepares the event store, starts the three services
 * and the gateway, waits until all of them are ready and tells where they are. From then on it watches: what dies is
 * started again, what it started is stopped with it, and {@code dev.json} always names the processes that live.
 * Everything it writes stands below one folder, {@code var/}, so that two checkouts never meet.
 */
@NullMarked
package io.parvis.launcher;

import org.jspecify.annotations.NullMarked;
