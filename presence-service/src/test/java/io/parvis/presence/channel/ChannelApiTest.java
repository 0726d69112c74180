package io.parvis.presence.channel;

import static io.parvis.edge.testing.Api.asEveryone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.edge.testing.ParvisService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@Tag("smoke")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "presence"))
class ChannelApiTest {

    private final String handle = "@velo" + UUID.randomUUID();

    @Test
    void plansAChannelAndShowsIt() {
        var brandId = brand();
        var created = plan(brandId, "mastodon", handle);
        var channelId = created.path("channelId").toString();

        created.then().statusCode(201);
        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get("/v1/brands/" + brandId + "/channels/" + channelId)
                .then()
                .statusCode(200)
                .body("kind", equalTo("mastodon"))
                .body("handle", equalTo(handle))
                .body("state", equalTo("planned"))
                .body("cadence.per", equalTo("week"));
        asEveryone().get("/v1/brands/" + brandId + "/channels").then().body("items.channelId", contains(channelId));
    }

    @Test
    void givesAHandleToOneBrandPerKindHoweverItIsWritten() {
        plan(brand(), "x", handle).then().statusCode(201);

        plan(brand(), "x", handle.toUpperCase(java.util.Locale.ROOT).substring(1))
                .then()
                .statusCode(409)
                .body("type", endsWith("/channel-already-claimed"));
        plan(brand(), "bluesky", handle).then().statusCode(201);
    }

    @Test
    void plansNothingForAnArchivedBrand() {
        var brandId = brand();
        asEveryone().post("/v1/brands/" + brandId + "/archive").then().statusCode(204);

        plan(brandId, "x", handle).then().statusCode(409).body("type", endsWith("/brand-is-archived"));
    }

    @Test
    void doesNotShowAnotherBrandsChannel() {
        var created = plan(brand(), "x", handle);

        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get("/v1/brands/" + brand() + "/channels/" + created.path("channelId"))
                .then()
                .statusCode(404);
    }

    private static Response plan(String brandId, String kind, String handle) {
        return asEveryone()
                .body(Map.of(
                        "kind",
                        kind,
                        "handle",
                        handle,
                        "purpose",
                        "conversation",
                        "cadence",
                        Map.of("count", 3, "per", "week")))
                .post("/v1/brands/" + brandId + "/channels");
    }

    private static String brand() {
        return asEveryone()
                .body(Map.of(
                        "slug",
                        "b" + UUID.randomUUID(),
                        "name",
                        "Brand",
                        "timeZone",
                        "UTC",
                        "languages",
                        List.of("fr")))
                .post("/v1/brands")
                .path("brandId");
    }
}
