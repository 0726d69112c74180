/**
 * Entering a contest, twice over without events: as bare as an endpoint can be (one INSERT, nothing checked), and as a
 * Quarkus developer would usually write it (Hibernate Reactive, a transaction, the same rules and answers). Neither
 * asks who calls, keeps a history, takes idempotency keys or tells a position: all of that is in their favour.
 */
@NullMarked
package io.parvis.bench.peers;

import org.jspecify.annotations.NullMarked;
