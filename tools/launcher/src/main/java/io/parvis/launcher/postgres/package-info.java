/**
 * A PostgreSQL of its own for this checkout, from the build that the package registry serves, so that there is nothing
 * to install. It is as durable as in production (fsync, synchronous commit, full page writes): what was acknowledged
 * survives a kill. It listens on 127.0.0.1 only, asks for a password, and keeps its data until somebody says
 * {@code --fresh}.
 */
@NullMarked
package io.parvis.launcher.postgres;

import org.jspecify.annotations.NullMarked;
