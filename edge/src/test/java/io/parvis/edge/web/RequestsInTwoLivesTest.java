package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.edge.testing.Api;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.testing.ShorterLogDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that are under way while the store begins another life: what they know is of the one, what they find of the other. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ShorterLogDatabase.class, restrictToAnnotatedClass = true)
class RequestsInTwoLivesTest {

    private static final String OF_ONE_LIFE = "/v1/brands/b1/things/";
    private static final String OF_TWO_LIVES = "/v1/brands/b1/things-of-two-lives/";

    private final String thing = Ulid.next();

    /** The life that ended in the test before is known to be over, and nothing is built anew. */
    @BeforeEach
    void settle() {
        await().atMost(Duration.ofSeconds(20)).until(() -> read(OF_ONE_LIFE).statusCode() == 200);
    }

    /** It may have found some of the one and some of the other, and its tag would name what it found in another life. */
    @Test
    void aReadIsNotAnswered() {
        var answer = read(OF_TWO_LIVES);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("ETag")).isNull();
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).endsWith("/not-caught-up");
    }

    @Test
    void aReadOfWhatIsNotThereIsNotAnsweredEither() {
        var answer = Api.asEveryone().get(OF_TWO_LIVES + "not.there");

        assertThat(answer.statusCode()).isEqualTo(503);
    }

    /** At the version that it names another's event may stand by now. */
    @Test
    void aVersionOfTheLifeBeforeIsNotTaken() throws SQLException {
        var version = rename(OF_ONE_LIFE, "a", null).header("ETag");

        var answer = rename(OF_TWO_LIVES, "b", version);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(ShorterLogDatabase.log()
                        .ask("select count(*) from event_store.event where tags @> array['thing=%s']".formatted(thing)))
                .isEqualTo("1");
        assertThat(rename(OF_ONE_LIFE, "b", version).statusCode())
                .as("sent again")
                .isEqualTo(412);
    }

    @Test
    void whoNamesNoVersionIsAnswered() {
        rename(OF_ONE_LIFE, "a", null);

        assertThat(rename(OF_TWO_LIVES, "b", null).statusCode()).isEqualTo(204);
    }

    private Response read(String where) {
        return Api.asEveryone().get(where + thing);
    }

    private Response rename(String where, String name, String ifMatch) {
        var request = Api.asEveryone().body("{\"name\":\"%s\"}".formatted(name));
        return ifMatch == null
                ? request.put(where + thing)
                : request.header("If-Match", ifMatch).put(where + thing);
    }
}
