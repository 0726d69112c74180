package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.web.PaintThing.ThingPainted;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.RecordedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who succeeded without changing anything has had an answer as well: its key stands for that answer. */
@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class AnswersWithoutEffectTest {

    @Inject
    EventReader log;

    @Inject
    EventConverter converter;

    private final String thingId = Ulid.next();
    private final String key = "key-" + thingId;

    @Test
    void givesTheFirstAnswerAgain() {
        paint("red", null);
        var first = paint("red", key);

        var second = paint("red", key);

        first.then().statusCode(204).header("Idempotent-Replayed", nullValue());
        second.then()
                .statusCode(204)
                .header("Idempotent-Replayed", equalTo("true"))
                .header("Parvis-Position", first.header("Parvis-Position"));
    }

    @Test
    void refusesTheKeyOfAnotherBody() {
        paint("red", null);
        paint("red", key);

        paint("blue", key)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://parvis.io/problems/idempotency-key-reused"));
        assertThat(colours()).containsExactly("red");
    }

    @Test
    void isNotPutIntoEffectByALateRepeat() {
        paint("red", null);
        paint("red", key);
        paint("blue", null);

        paint("red", key).then().statusCode(204).header("Idempotent-Replayed", equalTo("true"));

        assertThat(colours()).containsExactly("red", "blue");
    }

    @Test
    void isRecordedOnceThoughFiftyComeAtOnce() {
        paint("red", null);

        var answers =
                IntStream.range(0, 50)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> paint("red", key)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).allMatch(answer -> answer.statusCode() == 204);
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotent-Replayed") == null)
                .hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.header("Parvis-Position"))
                .containsOnly(answers.getFirst().header("Parvis-Position"));
    }

    @Test
    void leavesNothingWithoutAKey() {
        paint("red", null);
        long head = log.head().toCompletableFuture().join();

        paint("red", null).then().statusCode(204);

        assertThat(log.head().toCompletableFuture().join()).isEqualTo(head);
    }

    private List<String> colours() {
        return log.tagged(Tag.of("painted", thingId), 0, 100).toCompletableFuture().join().stream()
                .map((RecordedEvent event) ->
                        event.payloadAs(ThingPainted.class, converter).colour())
                .toList();
    }

    private Response paint(String colour, @Nullable String key) {
        var request = Api.asEveryone().body("{\"name\":\"" + colour + "\"}");
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/v1/brands/b1/things/" + thingId + "/paint");
    }
}
