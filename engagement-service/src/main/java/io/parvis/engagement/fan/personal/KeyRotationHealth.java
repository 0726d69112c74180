package io.parvis.engagement.fan.personal;

import io.parvis.engagement.fan.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Which keys are in use for fans, and whether rows still need another: then it may not leave its ring yet. */
@Readiness
@ApplicationScoped
class KeyRotationHealth implements HealthCheck {

    private final KeyRotationJob rewritten;
    private final KeyWrapping wrapping;
    private final BlindIndex index;

    KeyRotationHealth(KeyRotationJob rewritten, KeyWrapping wrapping, BlindIndex index) {
        this.rewritten = rewritten;
        this.wrapping = wrapping;
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        var last = rewritten.last();
        return HealthCheckResponse.named("keys")
                .up()
                .withData("fan-keys", wrapping.keys().idInUse())
                .withData("blind-index", index.keys().inUse().id())
                .withData(
                        "former-keys",
                        last.left() < 0 || last.changed() > 0 ? "rewriting" : last.left() > 0 ? "needed" : "free")
                .withData("rows-under-former-keys", Math.max(0, last.left()))
                .build();
    }
}
