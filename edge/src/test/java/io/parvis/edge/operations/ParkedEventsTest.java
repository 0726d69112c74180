package io.parvis.edge.operations;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.projection.ParkedEvents;
import io.parvis.eventing.testing.HandWrittenRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class ParkedEventsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    @Inject
    ParkedEvents parked;

    private final String thing = UUID.randomUUID().toString();

    @Test
    void areGivenUpOnceAndToldAgainUnderTheKeyOfWhoeverDidSo() {
        HandWrittenRows.append(new HandWrittenRows.Row(
                "test.ThingWeighed",
                "1",
                "{\"thingId\":",
                "{\"correlationId\":\"c\",\"causationId\":\"c\"}",
                "thing=" + thing));
        await().atMost(TIMEOUT).until(this::isParked);

        discard().statusCode(200).body("events", equalTo(1)).header("Idempotent-Replayed", nullValue());
        discard().statusCode(200).body("events", equalTo(1)).header("Idempotent-Replayed", "true");
    }

    private ValidatableResponse discard() {
        return Api.asEveryone()
                .header("Idempotency-Key", thing)
                .body(Map.of("processor", "test.weighed-things", "sequence", thing))
                .post("/v1/operations/edge/parked-events/discard")
                .then();
    }

    private boolean isParked() {
        return parked.list().await().atMost(Duration.ofSeconds(10)).stream()
                .anyMatch(event -> event.sequence().equals(thing));
    }
}
