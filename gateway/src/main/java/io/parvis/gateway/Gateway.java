package io.parvis.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Gateway {

    private Gateway() {}

    public static void main(String... arguments) {
        // Quarkus would answer an unreadable path with a bare 400 before the gateway sees it. The gateway reads more
        // strictly
        // than that, and says what is wrong.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
