package io.parvis.reputation.mention.write.capture;

import static io.parvis.reputation.mention.OriginIndexes.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.reputation.KnownBrand;
import io.parvis.reputation.mention.OriginIndex;
import io.parvis.reputation.mention.OriginIndexes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas are given another key, one after the other, while a feed sends all it has to both of them. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class KeyRotationTest {

    private static final String KEY = key("the first key, of thirty-two bytes or more");
    private static final String NEXT_KEY = key("the second one, as long as the first one is");

    private static final OriginIndex BEFORE = OriginIndexes.of(KEY);
    private static final OriginIndex ANNOUNCED = OriginIndexes.of(KEY, NEXT_KEY);
    private static final OriginIndex AFTER = OriginIndexes.of(NEXT_KEY, KEY);

    private static final int MENTIONS_A_STEP = 20;

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    IntakeServers servers;

    private final List<String> feed = new ArrayList<>();
    private String brandId;

    @BeforeEach
    void brandRegistered() {
        brandId = KnownBrand.registered(new RecordedFacts(engine));
    }

    @Test
    void takesNothingTwice() throws Exception {
        int created = 0;
        for (var replicas : List.of(
                List.of(BEFORE, BEFORE),
                List.of(ANNOUNCED, BEFORE),
                List.of(ANNOUNCED, ANNOUNCED),
                List.of(AFTER, ANNOUNCED),
                List.of(AFTER, AFTER))) {
            created += createdBy(replicas);

            assertThat(created).as("mentions by now").isEqualTo(feed.size());
        }
    }

    private int createdBy(List<OriginIndex> replicas) throws Exception {
        IntStream.range(0, MENTIONS_A_STEP)
                .mapToObj(i -> MentionStreamTest.line("m" + (feed.size() + i), "said"))
                .toList()
                .forEach(feed::add);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = threads.invokeAll(replicas.stream()
                    .<Callable<Integer>>map(index -> () -> createdBy(index))
                    .toList());
            return ended.getFirst().get() + ended.getLast().get();
        }
    }

    private int createdBy(OriginIndex index) throws Exception {
        var server = servers.listen(
                request -> servers.intake(request, new BrandId(brandId), index).begin(Duration.ofMinutes(1)));
        try (var client = new StreamClient(server.actualPort(), "/", "")) {
            List<JsonPath> answers = client.exchange(String.join("", feed).getBytes(UTF_8));
            return answers.getLast().getInt("summary.created");
        } finally {
            server.close();
        }
    }
}
