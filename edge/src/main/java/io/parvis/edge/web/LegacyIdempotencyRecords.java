package io.parvis.edge.web;

import io.parvis.eventing.command.Idempotency.RecordTag;
import io.parvis.proofs.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The unkeyed records of the first release: whoever has the log can test a guess. They are still found for one more
 * release.
 */
final class LegacyIdempotencyRecords {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private LegacyIdempotencyRecords() {}

    static RecordTag mark(KeyedRequest request) {
        var scoped = String.join("\n", request.principal(), request.method(), request.path(), request.key());
        return new RecordTag(
                BASE64.encodeToString(
                        Sha256.of(scoped.getBytes(StandardCharsets.UTF_8)).bytes()),
                () -> digest(request));
    }

    private static String digest(KeyedRequest request) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(request.key().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return BASE64.encodeToString(mac.doFinal(request.body()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
