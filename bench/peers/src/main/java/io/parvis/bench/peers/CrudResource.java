package io.parvis.bench.peers;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/contests/{contestId}/entries")
class CrudResource {

    private final Mutiny.SessionFactory sessions;

    CrudResource(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    record Body(@NotNull @Size(min = 1, max = 64) String fanId) {}

    record Answer(String entryId) {}

    @POST
    public Uni<Response> enter(String brandId, String contestId, @Valid @NotNull Body body) {
        return sessions.withTransaction(session -> contest(session, brandId, contestId)
                        .chain(contest ->
                                fan(session, brandId, body.fanId()).chain(fan -> persist(session, contest, fan))))
                // The unique index on contest and fan has the last word, as two may come at once.
                .onFailure(ConstraintViolationException.class)
                .transform(twice -> new WebApplicationException(409))
                .map(entry -> Response.created(URI.create(
                                "/v1/brands/%s/contests/%s/entries/%s".formatted(brandId, contestId, entry.entryId)))
                        .entity(new Answer(entry.entryId))
                        .build());
    }

    private static Uni<Contest> contest(Mutiny.Session session, String brandId, String contestId) {
        return session.find(Contest.class, contestId).invoke(contest -> {
            if (contest == null || !contest.brandId.equals(brandId)) {
                throw new WebApplicationException(404);
            }
            var now = Instant.now();
            if (now.isBefore(contest.opensAt) || !now.isBefore(contest.closesAt)) {
                throw new WebApplicationException(409);
            }
        });
    }

    private static Uni<Fan> fan(Mutiny.Session session, String brandId, String fanId) {
        return session.find(Fan.class, fanId).invoke(fan -> {
            if (fan == null || !fan.brandId.equals(brandId)) {
                throw new WebApplicationException(404);
            }
        });
    }

    private static Uni<Entry> persist(Mutiny.Session session, Contest contest, Fan fan) {
        if (!contest.countries.isEmpty() && !contest.countries.contains(fan.country)
                || contest.excludedFanIds.contains(fan.fanId)) {
            throw new WebApplicationException(409);
        }
        return session.createSelectionQuery(
                        "select count(*) from Entry where contestId = ?1 and fanId = ?2", Long.class)
                .setParameter(1, contest.contestId)
                .setParameter(2, fan.fanId)
                .getSingleResult()
                .chain(entered -> {
                    if (entered > 0) {
                        throw new WebApplicationException(409);
                    }
                    var entry = new Entry(UUID.randomUUID().toString(), contest, fan, Instant.now());
                    return session.persist(entry).replaceWith(entry);
                });
    }
}
