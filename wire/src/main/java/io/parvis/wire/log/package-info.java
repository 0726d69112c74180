/** Log messages are escaped and kept on one line, so that input cannot forge log lines. */
@NullMarked
package io.parvis.wire.log;

import org.jspecify.annotations.NullMarked;
