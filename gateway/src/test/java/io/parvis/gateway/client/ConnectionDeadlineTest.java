package io.parvis.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.parvis.gateway.GatewayConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long a connection stays, as it is configured where nobody says otherwise. */
class ConnectionDeadlineTest {

    /** After which balancers close connections to those behind them that rest. */
    private static final Duration BALANCERS = Duration.ofSeconds(60);

    private final GatewayConfig.Clients limits = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(GatewayConfig.Clients.class, "clients")
            .build()
            .getConfigMapping(GatewayConfig.Clients.class, "clients");
    private final ConnectionDeadline deadline = new ConnectionDeadline(limits);
    private final EmbeddedChannel connection = connection();

    private EmbeddedChannel connection() {
        var channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(deadline);
        return channel;
    }

    @Test
    void outlivesTheConnectionsOfBalancers() {
        deadline.requestBegins();
        deadline.requestEnds();

        pass(BALANCERS.plusSeconds(10));

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void isClosedWhenNoFurtherRequestComes() {
        deadline.requestBegins();
        deadline.requestEnds();

        pass(Duration.ofSeconds(76));

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void beginsAnewWithEveryRequest() {
        for (var i = 0; i < 3; i++) {
            deadline.requestBegins();
            deadline.requestEnds();
            pass(BALANCERS.plusSeconds(10));
        }

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void staysWhileARequestIsUnderWay() {
        deadline.requestBegins();
        deadline.requestBegins();
        deadline.requestEnds();

        pass(Duration.ofHours(1));

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void isClosedSoonWhenNoRequestComesAtAll() {
        pass(Duration.ofSeconds(9));
        assertThat(connection.isOpen()).isTrue();

        pass(Duration.ofSeconds(2));
        assertThat(connection.isOpen()).isFalse();
    }

    private void pass(Duration time) {
        connection.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        connection.runScheduledPendingTasks();
    }
}
