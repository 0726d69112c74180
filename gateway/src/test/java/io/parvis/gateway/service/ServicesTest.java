package io.parvis.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class ServicesTest {

    @Inject
    Services services;

    @Test
    void canBeAskedAfterAnswersThatNeverEnded() throws Exception {
        var endless = IntStream.range(0, 12)
                .mapToObj(i -> services.ask("reputation", "/q/endless", Duration.ofMillis(200)))
                .toList();
        var all = Future.join(endless).toCompletionStage().toCompletableFuture();

        assertThat(all.handle((answers, late) -> late != null).get()).isTrue();
        assertThat(services.ask("reputation", "/q/health/ready", Duration.ofSeconds(5))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void readNoMoreThanTheyCouldHaveToSay() {
        var answer = services.ask("reputation", "/q/huge", Duration.ofSeconds(20))
                .toCompletionStage()
                .toCompletableFuture();

        assertThat(answer)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withMessageContaining("too long");
    }
}
