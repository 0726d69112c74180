package io.parvis.presence.channel.read;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.Views;
import io.parvis.presence.brand.read.Brands;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/channels")
@Tag(name = "Channels")
@ReadsFrom({"presence.channels", "presence.brands"})
class ChannelResource {

    private final Mutiny.SessionFactory sessions;
    private final Answers answers;

    ChannelResource(Mutiny.SessionFactory sessions, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(summary = "List a brand's channels", description = "Newest first.")
    public Uni<Page<Channel>> list(String brandId, @BeanParam PageRequest page) {
        return sessions.withSession(session -> Brands.mustExist(session, brandId)
                        .chain(() -> page.newestOf(session, ChannelView.class, "brandId", brandId)))
                .map(channels -> Page.of(channels, page, channel -> channel.position, ChannelView::toChannel));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{channelId}")
    @Operation(summary = "Read a channel")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Channel.class)))
    public Uni<Response> read(String brandId, String channelId) {
        return sessions.withSession(session -> Views.find(
                        session, ChannelView.class, "channel", channelId, channel -> channel.brandId.equals(brandId)))
                .map(channel -> answers.resource(channel.toChannel(), channel));
    }
}
