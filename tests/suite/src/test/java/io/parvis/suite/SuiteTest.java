package io.parvis.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parvis.launcher.ParvisUnderTest;
import io.parvis.suite.SuiteClient.Answer;
import io.parvis.suite.document.PropertyRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** All processes as {@code ./parvis up} starts them, driven through the gateway. The kills come last. */
@Tag("slow")
@Order(3)
@ExtendWith(RunningSuite.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteTest {

    /** A million: {@code -Dtest=SuiteTest#takesAStreamOfAnyLengthInBoundedMemory -Dparvis.stream.lines=1000000}. */
    private static final int STREAM_LINES = Integer.getInteger("parvis.stream.lines", 200_000);

    private static final System.Logger LOG = System.getLogger(SuiteTest.class.getName());

    private static ParvisUnderTest parvis;
    private static SuiteClient client;
    private static Journey journey;

    @BeforeAll
    static void up(ParvisUnderTest running) {
        parvis = running;
        client = new SuiteClient(parvis.url(), parvis.apiKey());
        journey = new Journey(client);
    }

    @Test
    @Order(1)
    void takesAContestFromTheBrandToTheEntryAndTheWatch() {
        var brandId = journey.brand();
        var contestId = journey.draftContest(brandId, "Win a bicycle").text("contestId");
        var published = journey.publish(brandId, contestId);
        var entry = journey.enter(brandId, contestId, journey.fan(brandId));

        assertThat(published.status()).isEqualTo(204);
        assertThat(entry.status()).isEqualTo(201);
        var entries = client.get(
                "/v1/brands/" + brandId + "/contests/" + contestId + "/entries", "Parvis-Position", entry.position());
        assertThat(entries.body().at("/items/0/entryId").asText()).isEqualTo(entry.text("entryId"));
        var watches = client.get("/v1/brands/" + brandId + "/watches", "Parvis-Position", entry.position());
        assertThat(watches.body().at("/items/0/name").asText()).isEqualTo("Win a bicycle");
    }

    @Test
    @Order(2)
    void tellsACallerWhoItIsAndLetsNobodyElseIn() {
        var editor = new SuiteClient(parvis.url(), parvis.apiKey("editor"));

        assertThat(editor.get("/v1/api-keys/self").body().at("/grants/0/role").asText())
                .isEqualTo("editor");
        assertThat(new Journey(editor)
                        .registerBrand("never-" + UUID.randomUUID())
                        .status())
                .isEqualTo(403);
        assertThat(new SuiteClient(parvis.url(), "pv_x_y").get("/v1/brands").status())
                .isEqualTo(401);
        assertThat(new SuiteClient(parvis.urlOf("presence-service"), parvis.apiKey())
                        .get("/v1/brands")
                        .status())
                .as("a service takes nothing but the gateway's word")
                .isEqualTo(401);
    }

    @Test
    @Order(3)
    void describesItselfInOneDocument() {
        var document = client.get("/openapi.json").body();

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/v1/brands",
                        "/v1/brands/{brandId}/contests/{contestId}/entries",
                        "/v1/brands/{brandId}/mentions",
                        "/v1/api-keys/self");
        assertThat(client.get("/q/health/suite").status()).isEqualTo(200);
        for (var service : List.of("presence-service", "engagement-service", "reputation-service")) {
            var name = service.replace("-service", "");
            var own = SuiteClient.anybody(parvis.urlOf(service))
                    .get("/q/openapi?format=json")
                    .body();
            assertThat(own.path("paths").fieldNames())
                    .toIterable()
                    .as("the gateway leads to all that " + service + " offers")
                    .allMatch(path -> document.path("paths").has(path.replace("{service}", name)));
        }
    }

    @Test
    @Order(3)
    void tellsWhichMethodsAPathHas() {
        assertThat(new Methods(client).toldWrongly()).isEmpty();
    }

    @Test
    @Order(4)
    void neverShowsWhatIsStaleToItsWriter() {
        for (int i = 0; i < 1000; i++) {
            var created = journey.registerBrand("mine-" + UUID.randomUUID());
            var read = client.get("/v1/brands/" + created.text("brandId"), "Parvis-Position", created.position());

            assertThat(read.status()).as("read %d", i).isEqualTo(200);
        }
    }

    @Test
    @Order(5)
    void hasOneEffectForOneIdempotencyKeyFiftyTimesAtOnce() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var slug = "once-" + key;

        var answers = atOnce(50, i -> journey.registerBrand(slug, "Idempotency-Key", key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.text("brandId"))
                .hasSize(50)
                .containsOnly(answers.getFirst().text("brandId"));
        assertThat(answers)
                .filteredOn(answer -> !answer.headers().containsKey("idempotent-replayed"))
                .hasSize(1);
    }

    @Test
    @Order(6)
    void givesOneSlugAndOneEntryUnderARace() throws InterruptedException {
        var slug = "race-" + UUID.randomUUID();
        var brandId = journey.brand();
        var contestId = journey.publishedContest(brandId);
        var fanId = journey.fan(brandId);

        var slugs = byStatus(atOnce(64, i -> journey.registerBrand(slug)));
        var entries = byStatus(atOnce(64, i -> journey.enter(brandId, contestId, fanId)));

        assertThat(slugs).isEqualTo(Map.of(201, 1L, 409, 63L));
        assertThat(entries).isEqualTo(Map.of(201, 1L, 409, 63L));
    }

    @Test
    @Order(7)
    void neverPublishesForABrandThatIsArchivedAtTheSameMoment() throws InterruptedException, SQLException {
        int publishedFirst = 0;
        for (int i = 0; i < 500; i++) {
            var brandId = journey.brand();
            var contestId = journey.draftContest(brandId, "At the last moment").text("contestId");

            var answers = atOnce(2, who -> who == 0 ? journey.publish(brandId, contestId) : journey.archive(brandId));

            assertThat(answers.get(1).status()).isEqualTo(204);
            assertThat(answers.get(0).status()).isIn(204, 409);
            publishedFirst += answers.get(0).status() == 204 ? 1 : 0;
        }

        assertThat(count("""
            select count(*) from event_store.event published join event_store.event archived
            on archived.name = 'presence.BrandArchived' and published.name = 'engagement.ContestPublished'
            and convert_from(archived.payload, 'UTF8')::jsonb ->> 'brandId'
              = convert_from(published.payload, 'UTF8')::jsonb ->> 'brandId'
            where published.position > archived.position\
            """))
                .as("published after archived; %d were published before", publishedFirst)
                .isZero();
    }

    @Test
    @Order(8)
    void answersBadInputWithAProblemAndStoresNothing() throws SQLException {
        var before = events();
        var brand = "{\"slug\": \"bad\", \"name\": \"N\", \"timeZone\": \"UTC\", \"languages\": [\"fr\"]}";
        var bodies = List.of(
                "",
                "{",
                "null",
                brand.replace("}", ", \"unknown\": true}"),
                brand.replace("\"N\"", "42"),
                brand.replace("\"N\"", "\"" + "x".repeat(1 << 20) + "\""),
                brand.replace("\"N\"", "\"\\u0000\""),
                brand.replace("\"bad\"", "\"\ud83d\udeb2\""),
                "[".repeat(10_000));
        for (var body : bodies) {
            isAProblem(client.send("POST", "/v1/brands", BodyPublishers.ofString(body)));
        }
        isAProblem(client.send("POST", "/v1/brands", BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'})));
        isAProblem(client.send("POST", "/v1/brands", BodyPublishers.ofString(brand), "Content-Type", "text/plain"));
        isAProblem(client.send("POST", "/v1/brands", BodyPublishers.ofString("x".repeat(5_000_000))));
        isAProblem(client.get("/v1/brands/unknown"));
        isAProblem(client.get("/v1/brands/%00"));
        isAProblem(client.get("/v1/nothing"));
        isAProblem(client.get("/v1/brands/..%2f..%2fq/health"));
        isAProblem(client.post("/v1/brands/unknown/fans", Map.of("country", "FR")));

        assertThat(events()).isEqualTo(before);
    }

    private static void isAProblem(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
        assertThat(answer.problem()).as("%s", answer).isNotEmpty();
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    }

    @Test
    @Order(9)
    void takesAStreamOfAnyLengthInBoundedMemory() throws IOException {
        var brandId = journey.brand();

        var start = System.nanoTime();
        var first = stream(brandId);
        var took = Duration.ofNanos(System.nanoTime() - start);
        var again = stream(brandId);

        var heap = HeapLog.of(parvis.log("reputation-service"));
        LOG.log(
                System.Logger.Level.INFO,
                "{0} lines, half of them bad, in {1} s; heap after collections: {2}",
                STREAM_LINES,
                took.toSeconds(),
                heap);
        assertThat(first.at("/summary/created").asInt()).isEqualTo(STREAM_LINES / 2);
        assertThat(first.at("/summary/rejected").asInt()).isEqualTo(STREAM_LINES / 2);
        assertThat(again.at("/summary/known").asInt()).isEqualTo(STREAM_LINES / 2);
        assertThat(heap.mostInUse())
                .as("MiB of 192, whatever the number of lines")
                .isLessThan(140);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> client.get(
                                        "/v1/brands/" + brandId + "/mentions?limit=1",
                                        "Parvis-Position",
                                        first.path("position").asText())
                                .status()
                        == 200);
    }

    private static JsonNode stream(String brandId) throws IOException {
        var lines = new Iterator<byte[]>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < STREAM_LINES;
            }

            @Override
            public byte[] next() {
                next++;
                var line = next % 2 == 0 ? "This is not JSON, number %d\n".formatted(next) : """
                    {"source": "load", "externalId": "%d", "text": "What somebody said of it, number %d", \
                    "publishedAt": "2026-07-04T10:00:00Z"}
                    """.formatted(next, next);
                return line.getBytes(StandardCharsets.UTF_8);
            }
        };
        var mentions = URI.create(parvis.url() + "/v1/brands/" + brandId + "/mentions");
        return TwoWayStream.lastAnswer(mentions, parvis.apiKey(), lines);
    }

    /** Of everything that the document allows or forbids; how to run it longer: docs/api-property-run.md. */
    @Test
    @Order(10)
    void isWhatItsDocumentSays() throws Exception {
        var report = PropertyRun.of(parvis).run();

        System.out.println(report);
        assertThat(report.faults()).isEmpty();
        assertThat(report.withoutSuccess()).isEmpty();
    }

    @Test
    @Order(11)
    void keepsEveryAcknowledgedWriteThroughAKillOfEachProcess() throws Exception {
        var brandId = journey.brand();
        for (var victim :
                List.of("presence-service", "engagement-service", "reputation-service", "gateway", "postgres")) {
            var acknowledged = writeDuringTheDeathOf(victim, brandId);

            assertThat(acknowledged)
                    .as("written around the death of %s", victim)
                    .isNotEmpty();
            for (var slug : acknowledged) {
                assertThat(count("select count(*) from event_store.tag where tag = 'brand-slug=" + slug + "'"))
                        .as("%s, acknowledged around the death of %s", slug, victim)
                        .isEqualTo(1);
            }
        }
        assertThat(count("select max(position) - count(*) from event_store.event"))
                .as("gaps")
                .isZero();
        var last = journey.registerBrand("after-all-" + UUID.randomUUID());
        await().until(() -> client.get("/v1/brands/" + last.text("brandId"), "Parvis-Position", last.position())
                        .status()
                == 200);
    }

    private static List<String> writeDuringTheDeathOf(String victim, String brandId) {
        var acknowledged = new ArrayList<String>();
        long before = parvis.pid(victim);
        for (int i = 0; i < 40; i++) {
            if (i == 10) {
                parvis.kill(victim);
            }
            var slug = "kill-" + UUID.randomUUID();
            if (journey.registerBrand(slug).status() == 201) {
                acknowledged.add(slug);
            }
            journey.mention(brandId, slug);
        }
        await("the return of " + victim)
                .ignoreExceptions()
                .until(() -> parvis.pid(victim) != before
                        && client.get("/q/health/suite").status() == 200);
        await("writing after the return of " + victim)
                .until(() -> journey.registerBrand("back-" + UUID.randomUUID()).status() == 201);
        return acknowledged;
    }

    private interface Act {
        Answer by(int who);
    }

    private static List<Answer> atOnce(int times, Act act) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times)
                            .<Callable<Answer>>mapToObj(i -> () -> act.by(i))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static Map<Integer, Long> byStatus(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }

    private static long events() throws SQLException {
        return count("select count(*) from event_store.event");
    }

    private static long count(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(parvis.jdbcUrl(), "postgres", parvis.databasePassword());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
