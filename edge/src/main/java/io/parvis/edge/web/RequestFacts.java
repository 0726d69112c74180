package io.parvis.edge.web;

import io.parvis.edge.access.Caller;
import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Idempotency;
import io.parvis.eventing.command.Precondition;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;

/** What is known of the request under way, as its headers and body are read. */
@RequestScoped
public class RequestFacts {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-.*");

    private static final IdentifierFactory IDS = IdentifierFactory.getInstance();

    private record IdempotencyKey(String key, String method, String path) {

        KeyedRequest of(String principal, byte[] body) {
            return new KeyedRequest(principal, method, path, key, body);
        }
    }

    private Caller caller = Caller.NOBODY;
    private @Nullable UUID life;
    private String correlationId = "";
    private final String requestId = IDS.generateIdentifier();
    private @Nullable IdempotencyKey idempotencyKey;
    private @Nullable Idempotency idempotency;
    private byte[] body = new byte[0];
    private @Nullable Precondition precondition;
    private List<MediaRange> accepted = MediaRange.ALL;

    public Caller caller() {
        return caller;
    }

    void caller(Caller known) {
        caller = known;
    }

    /** @param begun of the store, in which the request was begun */
    void in(UUID begun) {
        life = begun;
    }

    /** Whether the store has begun another life since. */
    boolean hasOutlived(UUID now) {
        return life != null && !life.equals(now);
    }

    /** @param traceparent W3C trace context; its trace id ties together what follows from one outside act */
    void correlate(@Nullable String traceparent) {
        var trace = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        correlationId = trace != null && trace.matches() ? trace.group(1) : requestId;
    }

    void idempotency(String key, String method, String path) {
        idempotencyKey = new IdempotencyKey(key, method, path);
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
        return facts.commandContext((Idempotency) null);
    }

    /** The terms on which the request's command is carried out. */
    CommandContext commandContext(IdempotencyRecords records) {
        return commandContext(idempotency(records));
    }

    private CommandContext commandContext(@Nullable Idempotency once) {
        return new CommandContext(correlationId, requestId, caller.principal(), once, precondition);
    }

    /** Made once, though a command may be sent again with what it lacked. */
    private @Nullable Idempotency idempotency(IdempotencyRecords records) {
        if (idempotency == null && idempotencyKey != null) {
            idempotency = records.of(idempotencyKey.of(caller.principal(), body));
        }
        return idempotency;
    }
}
