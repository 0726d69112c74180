package io.parvis.engagement.referral.write.share;

import io.parvis.engagement.referral.event.ReferralLinkMade;

/** Not a refusal: the fan has a link to the campaign, and it is the answer. */
final class LinkThereAlready extends RuntimeException {

    private final transient ReferralLinkMade link;

    LinkThereAlready(ReferralLinkMade link) {
        super(null, null, false, false);
        this.link = link;
    }

    ReferralLinkMade link() {
        return link;
    }
}
