/**
 * What every service shares where HTTP meets it: who is calling and what they may, problem documents, strict JSON,
 * idempotency keys, positions, entity tags and pages. A resource maps a body to a command and an outcome to an answer;
 * everything else is said here, once.
 */
@NullMarked
package io.parvis.edge;

import org.jspecify.annotations.NullMarked;
