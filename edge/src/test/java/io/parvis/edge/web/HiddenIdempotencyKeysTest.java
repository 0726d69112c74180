package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.testing.Guesses;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys and bodies are often made of what names a person: whoever has the log cannot tell whether a guess was right. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class HiddenIdempotencyKeysTest {

    private static final String PRINCIPAL = "key:test";

    @Inject
    EventReader log;

    private final String email = UUID.randomUUID() + "@example.org";
    private final String key = "register-" + email;
    private final String body = "{\"name\":\"" + email + "\"}";
    private final String path = "/v1/brands/b1/things/" + Ulid.next() + "/paint";
    private long before;

    @BeforeEach
    void headKnown() {
        before = log.head().toCompletableFuture().join();
    }

    @Test
    void cannotBeTestedAgainstTheRecordOfAnEffect() {
        send();

        assertThat(guesses().confirmedByTheLog(before)).isEmpty();
    }

    @Test
    void cannotBeTestedAgainstTheRecordOfAnAnswerWithoutEffect() {
        Api.asEveryone().body(body).post(path);
        send();

        assertThat(guesses().confirmedByTheLog(before)).isEmpty();
    }

    private void send() {
        Api.asEveryone()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(204);
    }

    /** Whoever tests knows how we make our records; only the secret they have not. */
    private Guesses guesses() {
        var guessed = new HashMap<String, String>();
        guessed.putAll(Map.of("the key", key, "the body", body, "the address", email));
        for (var separator : new String[] {"\n", "", ":", "\0", "/", " "}) {
            var name = "joined by '" + separator + "'";
            guessed.put("key and body " + name, key + separator + body);
            guessed.put("principal and key " + name, PRINCIPAL + separator + key);
            guessed.put("all, " + name, String.join(separator, PRINCIPAL, "POST", path, key));
        }
        return Guesses.of(guessed);
    }
}
