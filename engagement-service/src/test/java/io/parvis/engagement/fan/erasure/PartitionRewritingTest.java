package io.parvis.engagement.fan.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class PartitionRewritingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    PartitionRewriting leaves;

    /** Whoever has waited for five seconds, or whose connection breaks. */
    @Test
    void whoeverWaitsNoLongerEndsAPassForNobodyElse() throws Exception {
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
                var lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("lock table engagement_keys.leaf_to_rewrite in access exclusive mode");
            var running = leaves.pass().subscribeAsCompletionStage();
            var leaving = leaves.pass().subscribeAsCompletionStage();
            var staying = leaves.pass().subscribeAsCompletionStage();

            leaving.cancel(true);
            owner.rollback();

            assertThat(running).succeedsWithin(PATIENCE);
            assertThat(staying).succeedsWithin(PATIENCE);
        }
    }
}
