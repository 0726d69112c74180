package io.parvis.reputation.mention.write.capture;

import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.problem.NotFound;
import io.parvis.eventing.command.NothingChanged;
import io.parvis.reputation.mention.MentionId;
import io.parvis.reputation.mention.MentionTags;
import io.parvis.reputation.mention.event.MentionCaptured;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class CaptureMentionTest {

    private static final BrandRegistered BRAND =
            new BrandRegistered(new BrandId("b1"), "velo-club", "Vélo Club", "Europe/Paris", List.of("fr"), null);
    private static final MentionCaptured MENTION = said("m1", "new-key.42");
    private static final CaptureMention CAPTURE = new CaptureMention(
            MENTION, List.of(Tag.of(MentionTags.ORIGIN, "new-key.42"), Tag.of(MentionTags.ORIGIN, "old-key.42")));

    @Test
    void takesInWhatIsNew() {
        decider(new CaptureMentionHandler())
                .given(BRAND, said("m0", "new-key.41"))
                .when(CAPTURE)
                .then(MENTION);
    }

    @Test
    void findsWhatIsKnown() {
        decider(new CaptureMentionHandler())
                .given(BRAND, said("m0", "new-key.42"))
                .when(CAPTURE)
                .then(new NothingChanged("m0"));
    }

    @Test
    void findsWhatIsKnownUnderAnEarlierKey() {
        decider(new CaptureMentionHandler())
                .given(BRAND, said("m0", "old-key.42"))
                .when(CAPTURE)
                .then(new NothingChanged("m0"));
    }

    @Test
    void takesInWhatIsSaidOfAnArchivedBrandToo() {
        decider(new CaptureMentionHandler())
                .given(BRAND, new BrandArchived(new BrandId("b1")))
                .when(CAPTURE)
                .then(MENTION);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        decider(new CaptureMentionHandler()).when(CAPTURE).thenRefused(NotFound.class);
    }

    private static MentionCaptured said(String mentionId, String origin) {
        return new MentionCaptured(
                new MentionId(mentionId),
                new BrandId("b1"),
                "forum",
                origin,
                "Great!",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
