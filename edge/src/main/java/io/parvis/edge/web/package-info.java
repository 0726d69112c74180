/**
 * HTTP around the commands and views: access, idempotency keys, positions, entity tags, pages, problems. A resource
 * maps a body to a command and an outcome to a response; everything else is done here, once.
 */
@NullMarked
package io.parvis.edge.web;

import org.jspecify.annotations.NullMarked;
