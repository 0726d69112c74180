package io.parvis.reputation.mention.read;

import io.parvis.eventing.projection.VersionedView;
import io.parvis.reputation.mention.Rating;
import io.parvis.reputation.mention.event.MentionCaptured;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "mention")
class MentionView extends VersionedView {

    @Id
    String mentionId;

    String brandId;
    String source;
    String text;
    Instant publishedAt;

    @Nullable
    String language;

    @Nullable
    BigDecimal ratingValue;

    @Nullable
    BigDecimal ratingScale;

    @Nullable
    Long reach;

    @Nullable
    Long authorFollowers;

    @Nullable
    String channelId;

    Instant capturedAt;
    long position;

    protected MentionView() {}

    MentionView(MentionCaptured event, long position, Instant capturedAt) {
        super(position);
        this.mentionId = event.mentionId().value();
        this.brandId = event.brandId().value();
        this.source = event.source();
        this.text = event.text();
        this.publishedAt = event.publishedAt();
        this.language = event.language();
        if (event.rating() != null) {
            this.ratingValue = event.rating().value();
            this.ratingScale = event.rating().scale();
        }
        this.reach = event.reach();
        this.authorFollowers = event.authorFollowers();
        this.channelId = event.channelId() == null ? null : event.channelId().value();
        this.capturedAt = capturedAt;
        this.position = position;
    }

    Mention toMention() {
        return new Mention(
                mentionId,
                source,
                text,
                publishedAt,
                language,
                ratingValue == null ? null : new Rating(ratingValue, ratingScale),
                reach,
                authorFollowers,
                channelId,
                capturedAt);
    }
}
