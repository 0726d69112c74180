package io.parvis.reputation.mention.write.capture;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.value.Key;
import io.parvis.edge.value.Quoted;
import io.parvis.eventing.id.Ulid;
import io.parvis.reputation.mention.ChannelId;
import io.parvis.reputation.mention.ExternalId;
import io.parvis.reputation.mention.MentionId;
import io.parvis.reputation.mention.MentionTags;
import io.parvis.reputation.mention.OriginIndex;
import io.parvis.reputation.mention.Rating;
import io.parvis.reputation.mention.event.MentionCaptured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/**
 * A mention as it is sent in, alone or as a line of a stream.
 *
 * @param externalId the source's id of it: the same again is the same mention; kept as a keyed hash only
 * @param author handle and name are taken and not kept
 * @param url taken and not kept: it usually names the author
 * @param inReplyTo the external id of what it replies to, at the same source; kept as a keyed hash only
 */
@Schema(name = "MentionCapture")
record MentionBody(
        @NotBlank @Key @Size(max = 100) String source,

        @Schema(description = "The source's id of it. Kept as a keyed hash only.") @NotBlank @Key @Size(max = 500)
        String externalId,

        @NotBlank @Quoted @Size(max = 20_000) String text,
        @NotNull Instant publishedAt,
        @Nullable @Valid Author author,

        @Schema(description = "Taken and not kept.") @Nullable @Quoted @Size(max = 2000) @URL(regexp = "https?://.+")
        String url,

        @Nullable
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,10}", message = "must be a language tag such as fr or fr-CA")
        String language,

        @Nullable @Valid Rating rating,
        @Nullable @Min(0) Long reach,

        @Schema(description = "The external id of what it replies to, at the same source. Kept as a keyed hash only.")
        @Nullable
        @Key
        @Size(max = 500)
        String inReplyTo,

        @Nullable @Size(max = 64) String channelId) {

    /** Who said it: personal data, of which only the number of followers is kept. */
    @Schema(name = "MentionAuthor")
    record Author(
            @Nullable @Quoted @Size(max = 300) String handle,
            @Nullable @Quoted @Size(max = 300) String name,
            @Nullable @Min(0) Long followers) {}

    CaptureMention toCommand(BrandId brandId, OriginIndex index) {
        var externally = new ExternalId(externalId);
        var mention = new MentionCaptured(
                new MentionId(Ulid.next()),
                brandId,
                source,
                index.hidden(brandId, source, externally),
                text,
                publishedAt,
                language,
                rating,
                reach,
                author == null ? null : author.followers(),
                inReplyTo == null ? null : index.hidden(brandId, source, new ExternalId(inReplyTo)),
                channelId == null ? null : new ChannelId(channelId));
        return new CaptureMention(mention, MentionTags.origins(index, brandId, source, externally));
    }
}
