/** How anything is measured: rounds, medians and spread; and how it is told. Knows nothing of what is measured. */
@NullMarked
package io.parvis.bench.measure;

import org.jspecify.annotations.NullMarked;
