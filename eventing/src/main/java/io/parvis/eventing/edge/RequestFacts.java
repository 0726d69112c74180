package io.parvis.eventing.edge;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.CommandContext.OnceOnly;
import io.parvis.eventing.command.Precondition;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;

/** What is known of the request under way, as its headers and body are read. */
@RequestScoped
public class RequestFacts {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-.*");

    private static final IdentifierFactory IDS = IdentifierFactory.getInstance();

    private Caller caller = Caller.NOBODY;
    private String correlationId = "";
    private final String requestId = IDS.generateIdentifier();
    private @Nullable String idempotencyKey;
    private @Nullable String idempotencyScope;
    private byte[] body = new byte[0];
    private @Nullable Precondition precondition;
    private List<MediaRange> accepted = MediaRange.ALL;

    public Caller caller() {
        return caller;
    }

    void caller(Caller known) {
        caller = known;
    }

    /** @param traceparent W3C trace context; its trace id ties together what follows from one outside act */
    void correlate(@Nullable String traceparent) {
        var trace = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        correlationId = trace != null && trace.matches() ? trace.group(1) : requestId;
    }

    void onceOnly(String key, String method, String path) {
        idempotencyKey = key;
        idempotencyScope = method + "\n" + path;
    }

    void body(byte[] bytes) {
        body = bytes;
    }

    void accept(List<MediaRange> ranges) {
        accepted = ranges;
    }

    /** Whether the caller takes answers in this format. */
    boolean accepts(String mediaType) {
        return MediaRange.admit(accepted, mediaType);
    }

    void require(Precondition asked) {
        precondition = asked;
    }

    /** The terms of a request that is answered without Quarkus REST. */
    public static CommandContext termsOf(Caller caller, @Nullable String traceparent) {
        var facts = new RequestFacts();
        facts.caller(caller);
        facts.correlate(traceparent);
        return facts.commandContext();
    }

    /** The terms on which the request's command is carried out. */
    CommandContext commandContext() {
        return new CommandContext(correlationId, requestId, caller.principal(), onceOnly(), precondition);
    }

    /** Neither key nor body can be read from it: the key is hashed, and the body by a hash keyed with the key. */
    private @Nullable OnceOnly onceOnly() {
        if (idempotencyKey == null) {
            return null;
        }
        var scoped = String.join("\n", caller.principal(), idempotencyScope, idempotencyKey);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(scoped.getBytes(StandardCharsets.UTF_8));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(idempotencyKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var base64 = Base64.getUrlEncoder().withoutPadding();
            return new OnceOnly(base64.encodeToString(hash), base64.encodeToString(mac.doFinal(body)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
