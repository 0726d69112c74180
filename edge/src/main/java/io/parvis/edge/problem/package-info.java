/**
 * Why a request was not carried out: problem documents (RFC 9457), and the exceptions that end a request with one.
 */
@NullMarked
package io.parvis.edge.problem;

import org.jspecify.annotations.NullMarked;
