package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandArchived;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.fan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class CouponApiTest {

    @Inject
    PostgresEventStorageEngine engine;

    private RecordedFacts facts;
    private String brandId;

    @BeforeEach
    void brand() {
        facts = new RecordedFacts(engine);
        brandId = brandRegistered(facts);
    }

    @Test
    void givesOneCodeToOneOfTwoHundred() throws Exception {
        var pool = pool(Map.of(), "ONLY-ONE");
        var fanId = fan(brandId, "FR");

        assertThat(atOnce(() -> reserve(pool, fanId))).isEqualTo(Map.of("201", 1L, "coupon-pool-is-empty", 199L));
    }

    @Test
    void letsOneOfTwoHundredRedeemACode() throws Exception {
        var pool = pool(Map.of(), "ONLY-ONE");

        assertThat(atOnce(() -> redeem(pool, "ONLY-ONE", null)))
                .isEqualTo(Map.of("200", 1L, "coupon-already-redeemed", 199L));
    }

    @Test
    void letsOneOfTwoHundredRedeemAReservedCode() throws Exception {
        var pool = pool(Map.of(), "ONLY-ONE");
        var fanId = fan(brandId, "FR");
        reserve(pool, fanId).then().statusCode(201);

        assertThat(atOnce(() -> redeem(pool, "ONLY-ONE", fanId)))
                .isEqualTo(Map.of("200", 1L, "coupon-already-redeemed", 199L));
    }

    @Test
    void givesTwoHundredFansTwoHundredCodes() throws Exception {
        var codes = IntStream.range(0, 200).mapToObj(i -> "CODE-" + i).toList();
        var pool = pool(Map.of(), codes.toArray(String[]::new));
        var fanId = fan(brandId, "FR");

        var given = all(() -> reserve(pool, fanId)).stream()
                .map(response -> response.<String>path("code"))
                .toList();

        assertThat(given).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void importsThousandsAndEachCodeOnce() {
        var pool = pool(Map.of());
        var codes = IntStream.range(0, 5_000).mapToObj(i -> "CODE-" + i).toList();

        imported(pool, codes).then().statusCode(200).body("imported", equalTo(5_000));
        imported(pool, List.of("CODE-17", "NEW-1", "NEW-1"))
                .then()
                .statusCode(200)
                .body("imported", equalTo(1))
                .body("known", equalTo(2));

        redeem(pool, "CODE-4999", null).then().statusCode(200);
        redeem(pool, "NEW-1", null).then().statusCode(200);
    }

    /** Codes are ASCII; one that is typed with the sign for kelvin has a K (Unicode NFC). */
    @Test
    void knowsACodeByItsCanonicalForm() {
        var pool = pool(Map.of(), "KEEP-`1;2");

        redeem(pool, "\u212aEEP-\u1fef1\u037e2", null).then().statusCode(200);
        redeem(pool, "KEEP-`1;2", null).then().statusCode(409);
    }

    @Test
    void importsTheSameCodesOnceThoughTwentyDoAtOnce() throws Exception {
        var pool = pool(Map.of());
        var codes = IntStream.range(0, 50).mapToObj(i -> "CODE-" + i).toList();

        var answers = all(20, () -> imported(pool, codes));

        int sum = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .mapToInt(answer -> answer.<Integer>path("imported"))
                .sum();
        assertThat(sum).isEqualTo(50);
    }

    @Test
    void givesBackWhatWasNotUsedInTime() {
        var pool = pool(Map.of("reservationWindow", "PT1S"), "ONLY-ONE");
        var first = fan(brandId, "FR");
        var second = fan(brandId, "BE");
        reserve(pool, first).then().statusCode(201).body("code", equalTo("ONLY-ONE"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asEveryone().get(pool).then().body("free", equalTo(1)));

        redeem(pool, "ONLY-ONE", first).then().statusCode(409).body("type", endsWith("/coupon-reservation-expired"));
        reserve(pool, second).then().statusCode(201).body("code", equalTo("ONLY-ONE"));
    }

    @Test
    void letsNobodyElseRedeemWhatIsReserved() {
        var pool = pool(Map.of(), "ONLY-ONE");
        var holder = fan(brandId, "FR");
        reserve(pool, holder);

        redeem(pool, "ONLY-ONE", fan(brandId, "BE"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/coupon-reserved-for-another"));
        redeem(pool, "ONLY-ONE", null).then().statusCode(200).body("fanId", equalTo(holder));
    }

    @Test
    void showsHowManyCodesThereAreAndNoneOfThem() {
        var pool = pool(Map.of(), "SECRET-1", "SECRET-2", "SECRET-3");
        reserve(pool, fan(brandId, "FR"));
        var redeemed = redeem(pool, "SECRET-3", null);

        asEveryone()
                .header("Parvis-Position", redeemed.header("Parvis-Position"))
                .get(pools())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].imported", equalTo(3))
                .body("items[0].free", equalTo(1))
                .body("items[0].reserved", equalTo(1))
                .body("items[0].redeemed", equalTo(1))
                .body(not(containsString("SECRET")));
        var state = asEveryone().get(pool);
        state.then().statusCode(200).body(not(containsString("SECRET")));
        assertThat(state.header("ETag")).isNotBlank();
    }

    @Test
    void answersARepeatedReservationWithTheSameCode() {
        var pool = pool(Map.of(), "CODE-1", "CODE-2");
        var fanId = fan(brandId, "FR");
        Supplier<Response> twice = () -> asEveryone()
                .header("Idempotency-Key", "k1-" + pool)
                .body(Map.of("fanId", fanId))
                .post(pool + "/reserve");

        var first = twice.get();
        var second = twice.get();

        assertThat(second.<String>path("code")).isEqualTo(first.<String>path("code"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void givesNothingAfterItsTime() {
        var over = Instant.now().plus(Duration.ofSeconds(2));
        var pool = pool(Map.of("validUntil", over.toString()), "ONLY-ONE");
        var fanId = fan(brandId, "FR");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> answer(reserve(pool, fanId)).equals("coupon-pool-is-over"));

        redeem(pool, "ONLY-ONE", null).then().statusCode(409).body("type", endsWith("/coupon-pool-is-over"));
    }

    @Test
    void keepsTheWordOfAnArchivedBrandAndGivesNoOther() {
        var pool = pool(Map.of(), "CODE-1", "CODE-2");
        var fanId = fan(brandId, "FR");
        reserve(pool, fanId).then().statusCode(201).body("code", equalTo("CODE-1"));
        brandArchived(facts, brandId);

        reserve(pool, fanId).then().statusCode(409).body("type", endsWith("/brand-is-archived"));
        redeem(pool, "CODE-2", null).then().statusCode(409).body("type", endsWith("/brand-is-archived"));
        imported(pool, List.of("CODE-3")).then().statusCode(409).body("type", endsWith("/brand-is-archived"));
        redeem(pool, "CODE-1", fanId).then().statusCode(200);
    }

    @Test
    void tellsWhatIsWrong() {
        var pool = pool(Map.of(), "CODE-1");

        asEveryone().body(Map.of("name", " ")).post(pools()).then().statusCode(400);
        asEveryone()
                .body(Map.of("name", "P", "reservationWindow", "PT0S"))
                .post(pools())
                .then()
                .statusCode(400);
        imported(pool, List.of()).then().statusCode(400);
        imported(pool, List.of("with blank")).then().statusCode(400);
        imported(pools() + "/none", List.of("CODE-1")).then().statusCode(404);
        redeem(pool, "UNKNOWN", null).then().statusCode(404).body("type", endsWith("/coupon-not-found"));
        redeem(pools() + "/none", "CODE-1", null).then().statusCode(404);
        reserve(pool, "nobody").then().statusCode(404).body("type", endsWith("/fan-not-found"));
        reserve(pools() + "/none", "nobody").then().statusCode(404);
        asEveryone().get(pools() + "/none").then().statusCode(404);
    }

    @Test
    void refusesMoreThanAPoolHolds() {
        var pool = pool(Map.of());
        for (int i = 0; i < 10; i++) {
            int from = i * 5_000;
            imported(
                            pool,
                            IntStream.range(from, from + 5_000)
                                    .mapToObj(n -> "CODE-" + n)
                                    .toList())
                    .then()
                    .statusCode(200);
        }

        imported(pool, List.of("ONE-MORE")).then().statusCode(409).body("type", endsWith("/coupon-pool-is-full"));
    }

    private Map<String, Long> atOnce(Supplier<Response> request) throws InterruptedException {
        return all(request).stream()
                .map(CouponApiTest::answer)
                .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
    }

    private static List<Response> all(Supplier<Response> request) throws InterruptedException {
        return all(200, request);
    }

    private static List<Response> all(int times, Supplier<Response> request) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times)
                            .<Callable<Response>>mapToObj(i -> request::get)
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static String answer(Response response) {
        return response.statusCode() < 300
                ? String.valueOf(response.statusCode())
                : response.<String>path("type").replaceAll(".*/", "");
    }

    private String pool(Map<String, ?> settings, String... codes) {
        var body = new HashMap<String, Object>(settings);
        body.put("name", "Ten euros off");
        String couponPoolId = asEveryone()
                .body(body)
                .post(pools())
                .then()
                .statusCode(201)
                .extract()
                .path("couponPoolId");
        var pool = pools() + "/" + couponPoolId;
        if (codes.length > 0) {
            imported(pool, List.of(codes)).then().statusCode(200).body("imported", equalTo(codes.length));
        }
        return pool;
    }

    private static Response imported(String pool, List<String> codes) {
        return asEveryone().body(Map.of("codes", codes)).post(pool + "/codes");
    }

    private static Response reserve(String pool, String fanId) {
        return asEveryone().body(Map.of("fanId", fanId)).post(pool + "/reserve");
    }

    private static Response redeem(String pool, String code, String fanId) {
        var body = new HashMap<String, Object>(Map.of("code", code));
        if (fanId != null) {
            body.put("fanId", fanId);
        }
        return asEveryone().body(body).post(pool + "/redeem");
    }

    private String pools() {
        return "/v1/brands/" + brandId + "/coupon-pools";
    }
}
