package io.parvis.engagement.invitation;

import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.event.RandomBytes;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/**
 * Share links, from the log itself: a link is followed by people who carry no position of ours, and it works from the
 * instant at which it was made. Since a link never changes, a decision may believe what was read here before it.
 */
@ApplicationScoped
public class ReferralLinks {

    private static final int BYTES = 20;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{27}");

    private final EventReader log;
    private final EventConverter converter;

    ReferralLinks(EventReader log, EventConverter converter) {
        this.log = log;
        this.converter = converter;
    }

    /** 160 bits of chance. */
    public static String freshToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.next(BYTES));
    }

    /** What a token amounts to for a brand; another brand's link is as unknown as none. Reads nothing without a token. */
    public Uni<Invitation> invitation(String brandId, @Nullable String token) {
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
        var context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .completionStage(() -> log.tagged(InvitationTags.link(token), 0, 1))
                .emitOn(answer -> context.runOnContext(now -> answer.run()))
                .map(this::link);
    }

    private @Nullable ReferralLinkMade link(List<RecordedEvent> events) {
        var name = EventType.of(ReferralLinkMade.class).qualifiedName();
        return events.stream()
                .filter(event -> event.type().qualifiedName().equals(name))
                .findFirst()
                .map(event -> event.payloadAs(ReferralLinkMade.class, converter))
                .orElse(null);
    }
}
