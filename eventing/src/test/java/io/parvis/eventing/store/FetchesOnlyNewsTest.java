package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.testing.CuttingProxy;
import io.parvis.eventing.testing.CuttingProxy.Side;
import io.parvis.eventing.testing.HandWrittenRows;
import io.parvis.eventing.testing.HandWrittenRows.Row;
import io.parvis.eventing.testing.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What decisions read again and again comes from the database once; what came since, each time. */
@org.junit.jupiter.api.Tag("slow")
class FetchesOnlyNewsTest {

    private static final int KEPT = 8 << 20;
    private static final String RULES = "x".repeat(200_000);

    private final String thing = UUID.randomUUID().toString();
    private final Vertx vertx = Vertx.vertx();
    private final CuttingProxy proxy =
            new CuttingProxy(URI.create(TestDatabase.url()).getPort());
    private Pool pool;
    private EventLoopConnections connections;
    private SourcingBatcher sourcing;

    @BeforeEach
    void open() {
        var settings = new HashMap<>(TestDatabase.configFor("eventing"));
        settings.put("parvis.database.url", "postgresql://localhost:" + proxy.port() + "/postgres");
        var config = new SmallRyeConfigBuilder()
                .withMapping(EventStoreConfig.class)
                .withMapping(DatabaseConfig.class)
                .withDefaultValues(settings)
                .build();
        var database = config.getConfigMapping(DatabaseConfig.class);
        var store = config.getConfigMapping(EventStoreConfig.class);
        pool = EventStoreConnections.pool(vertx, database, store);
        connections = new EventLoopConnections(new EventStoreConnections(vertx, database, store), pool);
        sourcing = new SourcingBatcher(
                connections,
                new EventCache(new EventRowMapper(new UpcasterChain(List.of())), KEPT),
                new LookupCache(KEPT),
                new StoreLife(pool));
    }

    @AfterEach
    void close() {
        connections.close();
        pool.close();
        vertx.close();
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sendsLargeRulesOnceHoweverManyCommandsNeedThem(boolean latestOnly) {
        record("Ruled", RULES);
        assertThat(source(latestOnly)).containsExactly(RULES);
        long before = proxy.passed(Side.ANSWER);

        for (int i = 0; i < 50; i++) {
            assertThat(source(latestOnly)).containsExactly(RULES);
        }

        assertThat(proxy.passed(Side.ANSWER) - before).isLessThan(50 * 2_000);
    }

    @Test
    void sendsOfManyVersionsOnlyThoseThatAreNew() {
        var versions = IntStream.range(0, 300).mapToObj(i -> "version " + i).toList();
        versions.forEach(version -> record("Ruled", version));
        source(false);
        long before = proxy.passed(Side.ANSWER);

        record("Ruled", "version 300");
        record("Passed", "another matter");
        var all = source(false);

        assertThat(all).hasSize(301).startsWith(versions.toArray(String[]::new)).endsWith("version 300");
        assertThat(proxy.passed(Side.ANSWER) - before).isLessThan(5_000);
    }

    @Test
    void tellsTheNewestWhereOnlyThatIsWanted() {
        record("Ruled", RULES);
        assertThat(source(true)).containsExactly(RULES);

        record("Ruled", RULES + "!");

        assertThat(source(true)).containsExactly(RULES + "!");
        assertThat(source(true)).containsExactly(RULES + "!");
        assertThat(source(false)).containsExactly(RULES, RULES + "!");
    }

    @Test
    void asksForManyAtOnce() {
        record("Ruled", RULES);
        var answers = IntStream.range(0, 20)
                .mapToObj(i ->
                        sourcing.read(request(i % 2 == 0)).toCompletionStage().toCompletableFuture())
                .toList();

        answers.forEach(answer -> assertThat(texts(answer.join())).containsExactly(RULES));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAllAnewWhereWhatItKnowsWasCutOffTheLog(boolean latestOnly) throws SQLException {
        record("Ruled", RULES + "1");
        long last = record("Ruled", RULES + "2");
        source(latestOnly);

        cutOff(last);
        record("Ruled", RULES + "of another life");

        assertThat(source(latestOnly)).endsWith(RULES + "of another life").doesNotContain(RULES + "2");
        assertThat(source(false)).containsExactly(RULES + "1", RULES + "of another life");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doesNotMissWhatIsNotThereAnyMore(boolean latestOnly) throws SQLException {
        record("Ruled", RULES + "1");
        long last = record("Ruled", RULES + "2");
        source(latestOnly);

        cutOff(last);
        record("Passed", "another matter");

        assertThat(source(latestOnly)).containsExactly(RULES + "1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsThePlaceOfAnEventThatWasRecordedAgain(boolean latestOnly) throws SQLException {
        long first = record("Ruled", RULES);
        long second = record("Passed", "another matter");
        source(latestOnly);

        swap(first, second);

        var found = sourcing.read(request(latestOnly))
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .events();
        // As it was: in the log times never go back.
        swap(first, second);
        assertThat(found).singleElement().extracting(RecordedEvent::position).isEqualTo(second);
    }

    @Test
    void readsAgainWhatWasMended() throws SQLException {
        long broken = HandWrittenRows.append(new Row("test.Ruled", "1", RULES, "[]", "fetched=" + thing));
        assertThat(events(false)).singleElement().matches(event -> event.fault() != null);

        asOwner("update event_store.event set metadata = '{}' where position = " + broken);

        assertThat(events(false)).singleElement().matches(event -> event.fault() == null);
    }

    @Test
    void reliesOnNothingOnceItWasToldToForget() {
        record("Ruled", RULES);
        source(false);
        long before = proxy.passed(Side.ANSWER);

        sourcing.forget();

        assertThat(source(false)).containsExactly(RULES);
        assertThat(proxy.passed(Side.ANSWER) - before).isGreaterThan(RULES.length());
    }

    private long record(String name, String text) {
        return HandWrittenRows.append(new Row("test." + name, "1", text, "{}", "fetched=" + thing));
    }

    private SourcingRequest request(boolean latestOnly) {
        var criteria = EventCriteria.havingTags(Tag.of("fetched", thing))
                .andBeingOneOfTypes(Set.of(new QualifiedName("test.Ruled")));
        var latest = latestOnly ? Set.copyOf(criteria.flatten()) : Set.<EventCriterion>of();
        return SourcingRequest.of(SourcingCondition.conditionFor(criteria), latest);
    }

    private List<RecordedEvent> events(boolean latestOnly) {
        return sourcing.read(request(latestOnly))
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .events();
    }

    private List<String> source(boolean latestOnly) {
        return texts(sourcing.read(request(latestOnly))
                .toCompletionStage()
                .toCompletableFuture()
                .join());
    }

    private static List<String> texts(SourcingRequest.Sourced sourced) {
        return sourced.events().stream()
                .map(event -> new String((byte[]) event.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    /** As a failover does that loses the end; what follows is recorded where it stood. */
    private static void cutOff(long last) throws SQLException {
        asOwner("delete from event_store.tag where position >= " + last);
        asOwner("delete from event_store.event where position >= " + last);
    }

    private static void swap(long first, long second) throws SQLException {
        for (var table : List.of("tag", "event")) {
            asOwner("update event_store.%s set position = -position where position in (%d, %d)"
                    .formatted(table, first, second));
            asOwner("update event_store.%s set position = case position when -%d then %d else %d end where position < 0"
                    .formatted(table, first, second, first));
        }
    }

    private static void asOwner(String statement) throws SQLException {
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
                var prepared = owner.createStatement()) {
            prepared.execute("set session_replication_role = replica");
            prepared.execute(statement);
        }
    }
}
