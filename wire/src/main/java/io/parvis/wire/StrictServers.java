package io.parvis.wire;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;

/** Puts {@link StrictHttp} first on every connection that a server accepts. Found by Vert.x as a service. */
public final class StrictServers implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        if (!(builder.findTransport() instanceof JDKTransport)) {
            throw new IllegalStateException("Connections of a native transport are not guarded: "
                    + "quarkus.vertx.prefer-native-transport must be false");
        }
        builder.findTransport(new StrictTransport(RequestLimits.configured()));
    }
}
