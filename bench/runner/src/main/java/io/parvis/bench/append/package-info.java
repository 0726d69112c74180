/** The engine compared with other ways to append the same rows to the same PostgreSQL. */
@NullMarked
package io.parvis.bench.append;

import org.jspecify.annotations.NullMarked;
