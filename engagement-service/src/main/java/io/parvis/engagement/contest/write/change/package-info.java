/** Rewriting a contest's rules: freely while it is a draft, and never to the harm of who entered already. */
@NullMarked
package io.parvis.engagement.contest.write.change;

import org.jspecify.annotations.NullMarked;
