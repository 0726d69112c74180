/** Following a share link, without a token. */
@NullMarked
package io.parvis.engagement.referral.read.lead;

import org.jspecify.annotations.NullMarked;
