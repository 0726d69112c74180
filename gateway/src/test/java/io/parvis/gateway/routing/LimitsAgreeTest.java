package io.parvis.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.GatewayConfig;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The limits of a request are the gateway's: what it lets in, no service may find too long. */
class LimitsAgreeTest {

    /** A character of a path may become three when it is written anew. */
    private static final int GROWTH = 3;
    /** What the gateway adds to a head: above all the token, which names every grant of the caller. */
    private static final long ADDED = 32 * 1024;

    private final Properties gateway = read("src/main/resources/application.properties");
    private final Properties services = read("../edge/src/main/resources/META-INF/microprofile-config.properties");

    @Test
    void noServiceFindsALineTooLongThatTheGatewayLetIn() {
        assertThat(size(services, "max-initial-line-length"))
                .isGreaterThanOrEqualTo(GROWTH * size(gateway, "max-initial-line-length"));
    }

    @Test
    void noServiceFindsAHeadTooLargeThatTheGatewayLetIn() {
        assertThat(size(services, "max-header-size")).isGreaterThanOrEqualTo(size(gateway, "max-header-size") + ADDED);
    }

    @Test
    void servicesReadBodiesAsLargeAsTheGatewayLetsIn() throws Exception {
        var limit = GatewayConfig.class.getMethod("bodyLimit").getAnnotation(WithDefault.class);

        assertThat(size(services, "max-body-size"))
                .isEqualTo(new MemorySizeConverter().convert(limit.value()).asLongValue());
    }

    private static long size(Properties properties, String limit) {
        return new MemorySizeConverter()
                .convert(properties.getProperty("quarkus.http.limits." + limit))
                .asLongValue();
    }

    private static Properties read(String file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of(file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
