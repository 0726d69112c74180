package io.parvis.suite;

import io.parvis.launcher.ParvisUnderTest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the suite to every class that asks for it: started for the first, stopped after the last. What a process had
 * taken when it was killed is taken over after seconds, and nothing is awaited for less than a minute, since machines are
 * busy at times.
 */
final class RunningSuite implements ParameterResolver {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PARVIS_HEAP_REPUTATION",
            "192m",
            "PARVIS_JAVA_OPTS_REPUTATION",
            "-Xlog:gc:stdout:uptime,tags",
            "PARVIS_JAVA_OPTS_ENGAGEMENT",
            "-Dparvis.to-do.lease=PT5S -Dparvis.to-do.poll-interval=PT0.2S"
                    + " -Dparvis.projections.claim-timeout=PT3S -Dparvis.projections.claim-interval=PT0.2S");

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ParvisUnderTest.class;
    }

    @Override
    public ParvisUnderTest resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningSuite.class))
                .computeIfAbsent(
                        ParvisUnderTest.class, type -> ParvisUnderTest.start(ENVIRONMENT), ParvisUnderTest.class);
    }
}
