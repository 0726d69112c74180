/** One service over HTTP, compared with simpler endpoints on the same machine. */
@NullMarked
package io.parvis.bench.http;

import org.jspecify.annotations.NullMarked;
