package io.parvis.wire;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long things may be; as Quarkus is configured, so that the numbers stand once.
 *
 * @param line bytes of a request line
 * @param fields bytes of all header fields, and of all trailer fields
 */
record RequestLimits(int line, int fields) {

    private static final int QUARKUS_LINE = 4096;
    private static final MemorySize QUARKUS_FIELDS = new MemorySize(BigInteger.valueOf(20 * 1024L));

    static RequestLimits configured() {
        var config = ConfigProvider.getConfig();
        return new RequestLimits(
                config.getOptionalValue("quarkus.http.limits.max-initial-line-length", Integer.class)
                        .orElse(QUARKUS_LINE),
                (int) config.getOptionalValue("quarkus.http.limits.max-header-size", MemorySize.class)
                        .orElse(QUARKUS_FIELDS)
                        .asLongValue());
    }
}
