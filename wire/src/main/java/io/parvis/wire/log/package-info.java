/** What is written into the log, whoever it came from, is one line. */
@NullMarked
package io.parvis.wire.log;

import org.jspecify.annotations.NullMarked;
