package io.parvis.edge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.edge.problem.Problem;
import io.parvis.edge.problem.ProblemException;
import io.parvis.wire.MalformedHead;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says as problems what the HTTP server refuses before a resource is looked for. */
@ApplicationScoped
class ServerProblems {

    /** Before everything: what cannot be read is no request. */
    private static final int UNREADABLE = Integer.MIN_VALUE + 1;

    private static final int FIRST = -100_000;

    /** Just before Quarkus's own check of the size, which answers without a word; streams stand before both. */
    private static final int SIZE = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;

    /** Before anybody reads it: streams and bodies alike. */
    private static final int CONTENT = -300_000;

    /** After the streams, which are no JSON: what is left is read by {@link JsonBodyReader}. */
    private static final int JSON = -150_000;

    private static final Problem ENCODED = Problem.of(
            "unsupported-media-type", 415, "Not in this format", "Send it as it is, without a content coding.");

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;
    private static final int FAULT = 500;

    private final ObjectMapper mapper;
    private final long maxBody;

    ServerProblems(
            ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.mapper = mapper;
        this.maxBody = maxBody.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(UNREADABLE).handler(this::refuseMalformed);
        router.route("/v1/*").order(CONTENT).handler(this::refuseContentThatIsNotRead);
        router.route("/v1/*").order(JSON).handler(this::refuseOtherThanJson);
        router.route().order(FIRST).failureHandler(this::tell);
        router.route().order(SIZE).handler(this::refuseTooLarge);
        router.errorHandler(NOT_FOUND, this::tell);
    }

    private void refuseContentThatIsNotRead(RoutingContext routing) {
        var request = routing.request();
        if (!RequestContent.isDeclared(request)) {
            routing.next();
        } else if (RequestContent.isEncoded(request)) {
            // Told so by RFC 9110, 12.5.3.
            routing.response().putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
            refuseUnread(routing, ENCODED);
        } else if (!RequestContent.isReadable(request)) {
            refuseUnread(routing, Problem.forStatus(UNSUPPORTED));
        } else {
            routing.next();
        }
    }

    private void refuseOtherThanJson(RoutingContext routing) {
        var request = routing.request();
        var type = RequestContent.mediaType(request);
        if (!RequestContent.isDeclared(request)) {
            routing.next();
        } else if (type == null || !JsonBodyReader.TYPES.contains(type)) {
            refuseUnread(routing, Problem.forStatus(UNSUPPORTED));
        } else {
            // Its parameters are of no more interest, and Quarkus REST does not read all that are allowed.
            request.headers().set(HttpHeaders.CONTENT_TYPE, type);
            routing.next();
        }
    }

    /** The rest of it is let go by. */
    private void refuseUnread(RoutingContext routing, Problem problem) {
        routing.request().resume();
        answer(routing, problem);
    }

    private void refuseMalformed(RoutingContext request) {
        var why = MalformedHead.why(request.request().decoderResult());
        if (why.isPresent()) {
            answer(request, Problem.malformed(why.get()));
        } else {
            request.next();
        }
    }

    private void refuseTooLarge(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null
                && DIGITS.matcher(length).matches()
                && (length.length() > 18 || Long.parseLong(length) > maxBody)) {
            // The body is not read, so that the connection is of no more use.
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            answer(request, Problem.forStatus(TOO_LARGE));
        } else {
            request.next();
        }
    }

    private void tell(RoutingContext request) {
        if (request.response().headWritten()) {
            // Too late to say anything; the caller must not take what it has for the whole.
            request.request().connection().close();
            return;
        }
        var failure = request.failure();
        var status = request.statusCode();
        if (failure instanceof ProblemException known && known.retryAfterSeconds() > 0) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(known.retryAfterSeconds()));
        }
        answer(request, failure == null || status != FAULT ? Problem.forStatus(status) : ProblemMappers.of(failure));
    }

    private void answer(RoutingContext request, Problem problem) {
        try {
            var body = mapper.writeValueAsString(problem);
            request.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
            CommonResponseHeaders.complete(request);
            request.response().end(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
