/**
 * An ordered log with tags on PostgreSQL, behind Axon's EventStorageEngine, without blocking a thread. One function
 * appends a batch under one lock and judges each append's condition; positions have no gaps and become visible in
 * order, so that readers ask for what comes after a position and never miss anything.
 */
@NullMarked
package io.parvis.eventing.store;

import org.jspecify.annotations.NullMarked;
