package io.parvis.engagement.invitation;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.EventLog;
import io.parvis.eventing.id.RandomBytes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Share links, from the log itself: a link is followed by people who carry no position of ours, and it works from the
 * instant at which it was made. Since a link never changes, a decision may believe what was read here before it.
 */
@ApplicationScoped
public class ReferralLinks {

    private static final int BYTES = 20;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{27}");

    private final EventLog log;

    ReferralLinks(EventLog log) {
        this.log = log;
    }

    /** 160 bits of chance. */
    public static String freshToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.next(BYTES));
    }

    /** What a token amounts to for a brand; another brand's link is as unknown as none. Reads nothing without a token. */
    public Uni<Invitation> invitation(BrandId brandId, @Nullable String token) {
        return token == null
                ? Uni.createFrom().item(Invitation.NONE)
                : find(token)
                        .map(link -> new Invitation(
                                true, link != null && link.brandId().equals(brandId) ? link : null));
    }

    /** On the caller's context; null where there is no such link. */
    public Uni<@Nullable ReferralLinkMade> find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Uni.createFrom().nullItem();
        }
        return log.fold(
                Boundary.reading(Criterion.tagged(InvitationTags.link(token), ReferralLinkMade.class)),
                null,
                (first, event) -> first == null ? (ReferralLinkMade) event : first);
    }
}
