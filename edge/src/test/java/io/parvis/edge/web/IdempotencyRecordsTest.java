package io.parvis.edge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.Idempotency;
import io.parvis.eventing.command.IdempotencyKeyReused;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.store.EventReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key acts once, whichever secret and whichever release its record was written under. */
@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class IdempotencyRecordsTest {

    private static final String OLD = secret("the old secret, of thirty-two bytes or more");
    private static final String NEW = secret("the new secret, as long as the old one was");
    private static final String PATH = "/v1/things";

    @Inject
    Commands commands;

    @Inject
    EventReader log;

    private final String thingId = Ulid.next();
    private final String key = "key-" + thingId;

    private record Settings(String key, Optional<List<String>> formerKeys, boolean writeFormerForm)
            implements IdempotencyRecords.Config {}

    @Test
    void findsWhatWasRecordedUnderAFormerSecret() {
        paint("red", ring(OLD));

        assertThat(paint("red", ring(NEW, OLD)).replayed()).isTrue();
        assertThatThrownBy(() -> paint("blue", ring(NEW, OLD))).hasCauseInstanceOf(IdempotencyKeyReused.class);
        assertThat(painted()).isEqualTo(1);
    }

    @Test
    void findsWhatOthersRecordUnderTheNextSecret() {
        paint("red", ring(NEW, OLD));

        assertThat(paint("red", ring(OLD, NEW)).replayed()).isTrue();
    }

    @Test
    void findsAnAnswerWithoutEffectUnderAFormerSecret() {
        send("red", Idempotency.reaction("other-" + key, ""));
        assertThat(paint("red", ring(OLD)).changedNothing()).isTrue();
        send("blue", Idempotency.reaction("another-" + key, ""));

        assertThat(paint("red", ring(NEW, OLD)).replayed()).isTrue();
        assertThat(painted()).isEqualTo(2);
    }

    @Test
    void findsWhatTheReleaseBeforeRecorded() {
        send("red", asTheReleaseBefore("red"));

        assertThat(paint("red", ring(NEW, OLD)).replayed()).isTrue();
        assertThatThrownBy(() -> paint("blue", ring(NEW, OLD))).hasCauseInstanceOf(IdempotencyKeyReused.class);
        assertThat(painted()).isEqualTo(1);
    }

    @Test
    void isFoundByTheReleaseBeforeWhileBothServe() {
        var during = new IdempotencyRecords(new Settings(NEW, Optional.of(List.of(OLD)), true));
        paint("red", during);

        assertThat(send("red", asTheReleaseBefore("red")).replayed()).isTrue();
        assertThat(paint("red", ring(NEW, OLD)).replayed()).isTrue();
    }

    @Test
    void actsOnceThoughTwoProcessesHaveTheirSecretsInAnotherOrder() {
        var rings = List.of(ring(NEW, OLD), ring(OLD, NEW));

        assertThat(atOnce(i -> rings.get(i % 2).of(request("red")))).isEqualTo(1);
        assertThat(painted()).isEqualTo(1);
    }

    @Test
    void actsOnceThoughTwoReleasesServe() {
        var during = new IdempotencyRecords(new Settings(NEW, Optional.empty(), true));

        assertThat(atOnce(i -> i % 2 == 0 ? asTheReleaseBefore("red") : during.of(request("red"))))
                .isEqualTo(1);
        assertThat(painted()).isEqualTo(1);
    }

    @Test
    void tellsNobodyThatTwoSentTheSame() {
        var one = ring(NEW).of(request("red"));
        var other = ring(NEW).of(new KeyedRequest("key:other", "POST", PATH, key, "red".getBytes(UTF_8)));

        assertThat(one.recordTags().getFirst().name())
                .matches("[0-9a-f]{8}\\.[A-Za-z0-9_-]{43}")
                .isNotEqualTo(other.recordTags().getFirst().name());
        assertThat(one.recordTags().getFirst().digest().get())
                .isNotEqualTo(other.recordTags().getFirst().digest().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "?", ""})
    void takesNoSecretThatIsNone(String wrong) {
        assertThatThrownBy(() -> ring(wrong)).hasMessageContaining("at least 32 bytes in base64");
        assertThatThrownBy(() -> ring(NEW, wrong)).hasMessageContaining("at least 32 bytes in base64");
    }

    private static IdempotencyRecords ring(String key, String... former) {
        return new IdempotencyRecords(new Settings(key, Optional.of(List.of(former)), false));
    }

    private static String secret(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private KeyedRequest request(String colour) {
        return new KeyedRequest("key:test", "POST", PATH, key, colour.getBytes(UTF_8));
    }

    /** What the first release wrote, worked out anew. */
    private Idempotency asTheReleaseBefore(String colour) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            var name = MessageDigest.getInstance("SHA-256")
                    .digest(("key:test\nPOST\n" + PATH + "\n" + key).getBytes(UTF_8));
            return Idempotency.reaction(
                    base64.encodeToString(name), base64.encodeToString(mac.doFinal(colour.getBytes(UTF_8))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private CommandOutcome paint(String colour, IdempotencyRecords records) {
        return send(colour, records.of(request(colour)));
    }

    private CommandOutcome send(String colour, Idempotency once) {
        return sending(colour, once).join();
    }

    /** @return how many of fifty had an effect of their own */
    private long atOnce(java.util.function.IntFunction<Idempotency> terms) {
        return IntStream.range(0, 50).mapToObj(i -> sending("red", terms.apply(i))).toList().stream()
                .map(CompletableFuture::join)
                .filter(outcome -> !outcome.replayed())
                .count();
    }

    private CompletableFuture<CommandOutcome> sending(String colour, Idempotency once) {
        return commands.send(
                        new PaintThing(thingId, colour),
                        new CommandContext("correlation", "causation", "key:test", once, null))
                .subscribeAsCompletionStage();
    }

    private int painted() {
        return log.tagged(Tag.of("painted", thingId), 0, 100)
                .toCompletableFuture()
                .join()
                .size();
    }
}
