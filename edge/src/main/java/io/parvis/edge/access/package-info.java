/**
 * Who is calling, by the token that the gateway signed, and what they may: the roles that an operation declares.
 */
@NullMarked
package io.parvis.edge.access;

import org.jspecify.annotations.NullMarked;
