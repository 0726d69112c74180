/** One service over HTTP, beside what the same machine does with less behind the same door. */
@NullMarked
package io.parvis.bench.http;

import org.jspecify.annotations.NullMarked;
