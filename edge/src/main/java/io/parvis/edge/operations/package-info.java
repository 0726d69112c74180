/**
 * What operators do with a service, over HTTP.
 */
@NullMarked
package io.parvis.edge.operations;

import org.jspecify.annotations.NullMarked;
