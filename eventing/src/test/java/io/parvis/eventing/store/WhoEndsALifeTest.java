package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.eventing.testing.ShorterLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether an event that is missing ever was, nobody can tell: what somebody can do who claims it in vain. */
@Tag("slow")
class WhoEndsALifeTest {

    private static ShorterLog log;

    @BeforeAll
    static void start() {
        log = new ShorterLog();
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    @Test
    void aRoleThatMissesWhatNeverWasDoesSoThirtyTimesInHalfAnHour() throws SQLException {
        int ended = 0;
        try (var liar = log.connect("presence")) {
            for (int i = 0; i < 100; i++) {
                var before = life();
                endLife(liar, before);
                ended += life().equals(before) ? 0 : 1;
            }
        }

        assertThat(ended).isEqualTo(30);
    }

    @Test
    void othersAreBelievedAllTheSame() throws SQLException {
        log.execute("insert into event_store.life_end select clock_timestamp(), 'reputation', gen_random_uuid(), 1,"
                + " gen_random_uuid() from generate_series(1, 30)");
        var before = life();
        try (var refused = log.connect("reputation");
                var another = log.connect("engagement")) {
            endLife(refused, before);
            assertThat(life()).isEqualTo(before);

            endLife(another, before);

            assertThat(life()).isNotEqualTo(before);
        }
    }

    @Test
    void isBelievedAgainAfterAWhile() throws SQLException {
        log.execute("insert into event_store.life_end select clock_timestamp() - interval '31 minutes', 'eventing',"
                + " gen_random_uuid(), 1, gen_random_uuid() from generate_series(1, 100)");
        var before = life();
        try (var late = log.connect("eventing")) {
            endLife(late, before);
        }

        assertThat(life()).isNotEqualTo(before);
    }

    @Test
    void theStoreKeepsWhoItWasAndWhatItMissed() throws SQLException {
        var before = life();
        try (var service = log.connect("engagement")) {
            endLife(service, before);

            assertThatThrownBy(() -> service.createStatement().execute("delete from event_store.life_end"))
                    .hasMessageContaining("permission denied");
        }

        assertThat(log.ask(
                        "select role || ' ' || position from event_store.life_end where life = '%s'".formatted(before)))
                .isEqualTo("engagement 1000000");
    }

    @Test
    void manyAtOnceEndOneLife() throws SQLException {
        var before = life();
        var told = new ConcurrentSkipListSet<String>();
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> {
                            try (var service = log.connect("engagement")) {
                                told.add(endLife(service, before));
                            } catch (SQLException failed) {
                                throw new IllegalStateException(failed);
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(told).containsExactly(life()).doesNotContain(before);
        assertThat(log.ask("select count(*) from event_store.life_end where life = '%s'".formatted(before)))
                .isEqualTo("1");
    }

    private static String life() throws SQLException {
        return log.ask("select life from event_store.life");
    }

    /** @return the life there is then, as the caller is told */
    private static String endLife(Connection as, String life) throws SQLException {
        try (var call = as.prepareStatement("select event_store.end_life(cast(? as uuid), 1000000, cast(? as uuid))")) {
            call.setString(1, life);
            call.setString(2, UUID.randomUUID().toString());
            var rows = call.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }
}
