package io.parvis.engagement.referral.read.circles;

import static io.parvis.edge.testing.Api.asEveryone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** Circles say the same after their view was dropped and filled again. */
@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class CircleRebuildTest {

    private static final int CHAIN = 5;

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventReader log;

    @Inject
    EventConverter converter;

    @Inject
    Mutiny.SessionFactory sessions;

    private final String brand = "/v1/brands/b" + UUID.randomUUID();
    private final List<String> fans = new ArrayList<>();

    @Test
    void saysTheSameAfterARebuild() throws Throwable {
        var brandId = brand.substring("/v1/brands/".length());
        new RecordedFacts(engine)
                .record(new BrandRegistered(
                        new BrandId(brandId), brandId, "Vélo Club", "Europe/Paris", List.of("fr"), null));
        var contestId = contest();
        spread(contestId);
        var last = post("/fans/" + fans.getLast() + "/conversion", Map.of());
        var shown = circles(contestId, last);
        var filled = rows();

        rebuild();

        shown.then()
                .statusCode(200)
                .body("circles.depth", contains(0, 1, 2, 3, 4))
                .body("circles.members", contains(2, 1, 1, 1, 1))
                .body("circles.converted", contains(0, 0, 0, 0, 1));
        assertThat(filled).hasSize(CHAIN);
        assertThat(rows()).isEqualTo(filled);
        assertThat(circles(contestId, last).asString()).isEqualTo(shown.asString());
    }

    /** Each comes through the one before; and somebody through nobody. */
    private void spread(String contestId) {
        String token = null;
        for (int i = 0; i < CHAIN; i++) {
            var fanId = fan();
            enter(contestId, fanId, token);
            token = post("/referrals", Map.of("fanId", fanId, "campaignId", contestId))
                    .path("token");
        }
        enter(contestId, fan(), null);
        fans.removeLast();
    }

    private void enter(String contestId, String fanId, String token) {
        var body = new HashMap<String, Object>(Map.of("fanId", fanId));
        if (token != null) {
            body.put("referralToken", token);
        }
        post("/contests/" + contestId + "/entries", body).then().statusCode(201);
    }

    private String fan() {
        String fanId = post("/fans", Map.of("country", "FR")).path("fanId");
        fans.add(fanId);
        return fanId;
    }

    private String contest() {
        var rules = Map.of(
                "name", "Win a bicycle",
                "mechanic", "draw",
                "opensAt", Instant.now().minus(Duration.ofHours(1)).toString(),
                "closesAt", Instant.now().plus(Duration.ofDays(1)).toString(),
                "timeZone", "Europe/Paris",
                "officialRules", "One bicycle is drawn.",
                "prizes", List.of(Map.of("name", "Bicycle", "quantity", 1)));
        String contestId = post("/contests", rules).path("contestId");
        post("/contests/" + contestId + "/publish", Map.of()).then().statusCode(204);
        return contestId;
    }

    private Response post(String path, Map<String, ?> body) {
        return asEveryone().body(body).post(brand + path);
    }

    private Response circles(String contestId, Response after) {
        return asEveryone()
                .header("Parvis-Position", after.header("Parvis-Position"))
                .get(brand + "/campaigns/" + contestId + "/circles");
    }

    private List<List<Object>> rows() throws Throwable {
        return inSession(session -> session.createSelectionQuery(
                        "from CircleMemberView where fanId in :fans order by position", CircleMemberView.class)
                .setParameter("fans", fans)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> List.<Object>of(
                                row.circleMemberId, row.depth, row.throughSomebody, row.token, row.position))
                        .toList()));
    }

    /** As a new projection of the same events would: the rows are dropped, and every event handled again in order. */
    private void rebuild() throws Throwable {
        for (var view : List.of("CircleMemberView", "ConvertedFanView")) {
            inSession(session -> session.createMutationQuery("delete from " + view + " where fanId in :fans")
                    .setParameter("fans", fans)
                    .executeUpdate());
        }
        var projection = new CircleProjection();
        for (var fanId : fans) {
            var events = log.tagged(Tag.of("fan", fanId), 0, 100)
                    .toCompletableFuture()
                    .join();
            inSession(session -> Multi.createFrom()
                    .iterable(events)
                    .onItem()
                    .transformToUniAndConcatenate(event -> handle(projection, event, session))
                    .collect()
                    .asList());
        }
    }

    private Uni<Void> handle(CircleProjection projection, RecordedEvent event, Mutiny.Session session) {
        if (is(event, CircleJoined.class)) {
            return projection.on(event.payloadAs(CircleJoined.class, converter), session, event);
        }
        if (is(event, ReferralLinkMade.class)) {
            return projection.on(event.payloadAs(ReferralLinkMade.class, converter), session, event);
        }
        return is(event, FanBecameCustomer.class)
                ? projection.on(event.payloadAs(FanBecameCustomer.class, converter), session, event)
                : Uni.createFrom().voidItem();
    }

    private static boolean is(RecordedEvent event, Class<?> type) {
        return event.type().qualifiedName().equals(EventType.of(type).qualifiedName());
    }

    private <T> T inSession(Function<Mutiny.Session, Uni<T>> work) throws Throwable {
        Supplier<Uni<T>> transaction = () -> sessions.withTransaction(work::apply);
        return VertxContextSupport.subscribeAndAwait(transaction);
    }
}
