package io.parvis.engagement.fan.personal;

import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.fan.write.register.Registrations;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.ShorterLog;
import io.parvis.eventing.testing.ShorterLogDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** PostgreSQL is killed between the making of a fan's key and the recording of the fan, which is sent again until it is there. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(
        value = ShorterLogDatabase.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "role", value = "engagement"))
class LostKeyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    Commands commands;

    @Inject
    FanVault vault;

    private final ShorterLog log = ShorterLogDatabase.log();

    @RepeatedTest(3)
    void whoeverIsRecordedHasAKeyAndIsFoundAgain() throws Exception {
        log.flushLateWhatDoesNotWait();
        var brandId = available(() -> brandRegistered(new RecordedFacts(engine)));
        var fanId = Ulid.next();
        var anne = new Contact("customer-1", "@anne", "anne@example.org", null);
        var prepared = available(() -> vault.prepare(new BrandId(brandId), new FanId(fanId), anne)
                .await()
                .atMost(PATIENCE));

        log.crash();
        var fan = new FanRegistered(
                new FanId(fanId),
                new BrandId(brandId),
                prepared.externalIndex(),
                prepared.emailIndex(),
                prepared.contact(),
                "FR",
                List.of(),
                "key:partner");
        await().atMost(PATIENCE).ignoreExceptions().until(() -> isRecorded(fan));

        var key = vault.keyOf(new BrandId(brandId), new FanId(fanId)).await().atMost(PATIENCE);
        assertThat(key).as("the key").isNotNull();
        assertThat(key.open(fan.contact())).isEqualTo(anne);
        var again = vault.prepare(new BrandId(brandId), new FanId(Ulid.next()), anne)
                .await()
                .atMost(PATIENCE);
        assertThat(again.externalIndex()).isEqualTo(fan.externalIndex());
        assertThat(again.emailIndex()).isEqualTo(fan.emailIndex());
    }

    private static <T> T available(Callable<T> asked) {
        return await().atMost(PATIENCE).ignoreExceptions().until(asked, answer -> true);
    }

    private boolean isRecorded(FanRegistered fan) {
        var terms = new CommandContext("correlation", "causation", "key:partner", null, null);
        try {
            return commands.send(Registrations.of(fan), terms)
                    .map(outcome -> true)
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException failure) {
            return Registrations.isTaken(failure);
        }
    }
}
