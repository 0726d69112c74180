/**
 * A request and its answer: on what terms it is carried out, idempotency keys, positions, entity tags and pages. A\n * resource maps a body to a command and an outcome to an answer; everything else is said here, once.
 */
@NullMarked
package io.parvis.edge.web;

import org.jspecify.annotations.NullMarked;
