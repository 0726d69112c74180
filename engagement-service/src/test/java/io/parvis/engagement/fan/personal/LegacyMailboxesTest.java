package io.parvis.engagement.fan.personal;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.fan.BlindIndex;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains were once compared by IDNA 2003; whoever was registered so is still known, and nobody else is taken for them. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class LegacyMailboxesTest {

    private static final String SHARP = "anne@fa\u00df.example";
    private static final String ASCII = "anne@fass.example";

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    BlindIndex hashes;

    @Inject
    KeyWrapping wrapping;

    @Inject
    IndexRows rows;

    private final Map<String, KeyWrapping.Wrapped> wrapped = new HashMap<>();
    private RecordedFacts facts;
    private String brandId;

    @BeforeEach
    void brand() {
        facts = new RecordedFacts(engine);
        brandId = brandRegistered(facts);
    }

    @ParameterizedTest
    @CsvSource({
        "anne@fa\u00df.example, anne@fa\u00df.example",
        "anne@fa\u00df.example, ANNE@FA\u1e9e.example",
        "anne@fa\u00df.example, anne@xn--fa-hia.example",
        "a.n.n.e@fa\u00df.example, A.N.N.E@Fa\u00df.example",
        "anne@stra\u00dfe.fa\u00df.example, anne@stra\u00dfe.xn--fa-hia.example",
        "anne@\u03b2\u03cc\u03bb\u03bf\u03c2.example, anne@\u03b2\u03cc\u03bb\u03bf\u03c2.example",
        "anne@\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example, anne@xn--mgba3gch31f060k.example"
    })
    void knowsWhoWasRegisteredWhereADomainWasTakenForAnother(String before, String now) {
        registeredBefore(before);

        register(now).then().statusCode(409).body("type", containsString("email-taken"));
    }

    @Test
    void takesNobodyForThem() {
        registeredBefore(ASCII);

        register(SHARP).then().statusCode(201);
        register(SHARP).then().statusCode(409);
    }

    @Test
    void knowsThemByTheAddressThatTheyGaveLast() {
        var fanId = registeredBefore(ASCII);
        facts.record(new FanContactChanged(
                new FanId(fanId), new BrandId(brandId), sealed(fanId, SHARP), List.of(), null, List.of()));

        register(SHARP).then().statusCode(409);
    }

    @Test
    void givesTheirAddressToNoOtherFan() {
        registeredBefore(SHARP);
        var other = register("other@example.org").<String>path("fanId");

        correct(other, SHARP).then().statusCode(409).body("type", containsString("email-taken"));
    }

    @Test
    void makesRoomForTheOtherDomainWithTheirNextCorrection() {
        var fanId = registeredBefore(SHARP);
        register(ASCII).then().statusCode(409);

        correct(fanId, SHARP).then().statusCode(204);

        register(SHARP).then().statusCode(409);
        register(ASCII).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anne@example.org",
                "anne@fass.example",
                "anne@xn--bcher-kva.example",
                "anne@b\u00fccher.example",
                "\u0438\u0432\u0430\u043d@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
                "a.n.n.e+x@googlemail.com",
                "stra\u00dfe@example.org"
            })
    void asksForNoneWhereNothingChanged(String address) {
        assertThat(LegacyMailboxes.of(address)).isEmpty();
    }

    private String registeredBefore(String email) {
        var fanId = "f" + UUID.randomUUID();
        int at = email.indexOf('@');
        var mailbox = email.substring(0, at).toLowerCase(Locale.ROOT) + "@"
                + IDN.toASCII(email.substring(at + 1), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        wrapped.put(fanId, wrapping.freshKey(new FanId(fanId)));
        var index = rows.prepared(fanId, wrapped.get(fanId).bytes(), hashes.of("email:" + brandId, mailbox));
        facts.record(new FanRegistered(
                new FanId(fanId), new BrandId(brandId), null, index, sealed(fanId, email), "FR", List.of(), "p"));
        return fanId;
    }

    private SealedContact sealed(String fanId, String email) {
        return wrapping.unwrap(wrapped.get(fanId), new BrandId(brandId), new FanId(fanId))
                .seal(new Contact(null, null, email, null));
    }

    private Response register(String email) {
        return asEveryone().body(Map.of("country", "FR", "email", email)).post("/v1/brands/" + brandId + "/fans");
    }

    private Response correct(String fanId, String email) {
        return asEveryone().body(Map.of("email", email)).patch("/v1/brands/" + brandId + "/fans/" + fanId);
    }
}
