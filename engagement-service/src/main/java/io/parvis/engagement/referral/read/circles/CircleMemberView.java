package io.parvis.engagement.referral.read.circles;

import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.InvitationTags;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A fan in a campaign, from the first touch that was a link: somebody else's, or one made. */
@Entity
@Table(name = "circle_member")
class CircleMemberView {

    @Id
    String circleMemberId;

    String campaignId;
    String fanId;
    int depth;
    boolean throughSomebody;

    @Nullable
    String token;

    long position;

    protected CircleMemberView() {}

    CircleMemberView(String campaignId, String fanId, int depth, boolean throughSomebody, long position) {
        this.circleMemberId = InvitationTags.circleValue(new CampaignId(campaignId), new FanId(fanId));
        this.campaignId = campaignId;
        this.fanId = fanId;
        this.depth = depth;
        this.throughSomebody = throughSomebody;
        this.position = position;
    }
}
