/** Entries as callers read them. */
@NullMarked
package io.parvis.engagement.contest.read.entries;

import org.jspecify.annotations.NullMarked;
