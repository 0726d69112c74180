/** Measuring and reporting: rounds, medians and spread. Knows nothing of what is measured. */
@NullMarked
package io.parvis.bench.measure;

import org.jspecify.annotations.NullMarked;
