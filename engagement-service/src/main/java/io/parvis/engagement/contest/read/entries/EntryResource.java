package io.parvis.engagement.contest.read.entries;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.Views;
import io.parvis.engagement.contest.read.contests.Contests;
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

@Path("/v1/brands/{brandId}/contests/{contestId}/entries")
@Tag(name = "Contests")
@ReadsFrom({"engagement.contests", "engagement.entries"})
class EntryResource {

    private final Mutiny.SessionFactory sessions;
    private final Answers answers;

    EntryResource(Mutiny.SessionFactory sessions, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(summary = "List a contest's entries", description = "Newest first.")
    public Uni<Page<Entry>> list(String brandId, String contestId, @BeanParam PageRequest page) {
        return sessions.withSession(session -> Contests.mustExist(session, brandId, contestId)
                        .chain(() -> page.newestOf(session, EntryView.class, "contestId", contestId)))
                .map(entries -> Page.of(entries, page, entry -> entry.position, EntryView::toEntry));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{entryId}")
    @Operation(summary = "Read an entry")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Entry.class)))
    public Uni<Response> read(String brandId, String contestId, String entryId) {
        return sessions.withSession(session -> Contests.mustExist(session, brandId, contestId)
                        .chain(() -> Views.find(
                                session,
                                EntryView.class,
                                "entry",
                                entryId,
                                entry -> entry.contestId.equals(contestId))))
                .map(entry -> answers.resource(entry.toEntry(), entry));
    }
}
