package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows of the time before their versions were told get those that they would have now. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class VersionsMigrationTest {

    private static final String MIGRATION = "/db/migration/V12__versions_of_entries.sql";

    @Inject
    PostgresEventStorageEngine engine;

    @Test
    void findsTheVersionsOfOldRowsInTheLog() throws Exception {
        var brandId = brandRegistered(new RecordedFacts(engine));
        var daily = rules();
        daily.put("frequency", Map.of("mode", "calendar-day", "count", 2));
        var contestId = published(brandId, daily);
        var fanId = fan(brandId, "FR");
        enter(brandId, contestId, fanId);
        String entryId = enter(brandId, contestId, fanId).path("entryId");
        var entry = contests(brandId) + "/" + contestId + "/entries/" + entryId;
        after(enter(brandId, contestId, fan(brandId, "FR")))
                .body(Map.of("reason", "A machine."))
                .post(entry + "/invalidate")
                .then()
                .statusCode(204);
        after(asEveryone().post(entry + "/reinstate")).get(entry).then().statusCode(200);

        try (var database =
                DriverManager.getConnection(TestDatabase.jdbcUrl(), "engagement", TestDatabase.password())) {
            var told = versions(database, contestId);
            update(database, "update entry set version = 0");
            update(database, "update contest set version = 0");
            for (var statement : migration()) {
                if (statement.strip().startsWith("update")) {
                    update(database, statement);
                }
            }

            assertThat(told).hasSize(2).doesNotContain("0");
            assertThat(versions(database, contestId)).isEqualTo(told);
        }
    }

    private static io.restassured.specification.RequestSpecification after(Response written) {
        return asEveryone().header("Parvis-Position", written.header("Parvis-Position"));
    }

    private static String[] migration() throws IOException {
        try (InputStream sql = VersionsMigrationTest.class.getResourceAsStream(MIGRATION)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("--.*", "")
                    .split(";");
        }
    }

    private static void update(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Of the contest, and of all entries to it. */
    private static String[] versions(Connection database, String contestId) throws SQLException {
        var query = "select (select version::text from contest where contest_id = '" + contestId + "'), "
                + "(select string_agg(version::text, ' ' order by position) from entry where contest_id = '"
                + contestId + "')";
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return new String[] {rows.getString(1), rows.getString(2)};
        }
    }
}
