/** What clients saw: each operation, how often it was tried, and what was answered when. */
@NullMarked
package io.parvis.torture.history;

import org.jspecify.annotations.NullMarked;
