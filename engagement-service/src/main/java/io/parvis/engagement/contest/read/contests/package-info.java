/** Contests as callers read them. */
@NullMarked
package io.parvis.engagement.contest.read.contests;

import org.jspecify.annotations.NullMarked;
