package io.parvis.engagement;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.TestCallers;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller is its principal, whichever of its keys it shows. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class PrincipalApiTest {

    private static final String OLD_KEY = TestCallers.principal("one", "old", "partner");
    private static final String NEW_KEY = TestCallers.principal("one", "new", "partner");
    private static final String SOMEBODY_ELSE = TestCallers.principal("two", "old", "partner");

    @Inject
    PostgresEventStorageEngine engine;

    private String fans;

    @BeforeEach
    void brand() {
        fans = "/v1/brands/" + brandRegistered(new RecordedFacts(engine)) + "/fans";
    }

    @Test
    void hasOneEffectForOneIdempotencyKeyThoughItsKeyWasReplaced() {
        var first = register(OLD_KEY);
        var again = register(NEW_KEY);
        var another = register(SOMEBODY_ELSE);

        first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
        again.then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("fanId", equalTo(first.<String>path("fanId")));
        another.then()
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue())
                .body("fanId", not(equalTo(first.<String>path("fanId"))));
    }

    @Test
    void keepsWhatItWroteThoughItsKeyWasReplaced() {
        var written = register(OLD_KEY);
        var fan = fans + "/" + written.path("fanId");

        read(NEW_KEY, fan, written).then().statusCode(200);
        read(SOMEBODY_ELSE, fan, written).then().statusCode(404);
        as(NEW_KEY).body(Map.of("country", "BE")).patch(fan).then().statusCode(204);
        as(SOMEBODY_ELSE).body(Map.of("country", "BE")).patch(fan).then().statusCode(404);
    }

    private Response register(String caller) {
        return as(caller)
                .header("Idempotency-Key", "once-" + fans)
                .body(Map.of("country", "FR"))
                .post(fans);
    }

    private static Response read(String caller, String fan, Response written) {
        return as(caller)
                .header("Parvis-Position", written.header("Parvis-Position"))
                .get(fan);
    }
}
