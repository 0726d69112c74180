package io.parvis.eventing.edge;

import io.parvis.eventing.command.IdempotencyKeyReused;
import io.parvis.eventing.command.TooContended;
import io.parvis.eventing.command.VersionMismatch;
import io.parvis.eventing.store.PassingFailure;
import io.parvis.eventing.store.StoreOverloadedException;
import io.parvis.eventing.store.UnknownOutcomeException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place that turns what went wrong into a problem document. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response map(ProblemException refusal) {
        return answer(refusal);
    }

    @ServerExceptionMapper
    Response map(ConstraintViolationException violations) {
        return answer(new InvalidRequest(violations.getConstraintViolations().stream()
                .map(ProblemMappers::error)
                .sorted(java.util.Comparator.comparing(Problem.Error::pointer))
                .toList()));
    }

    @ServerExceptionMapper
    Response map(WebApplicationException failure) {
        var known = cause(failure);
        if (known != null) {
            return answer(known);
        }
        var status = failure.getResponse().getStatus();
        var answer = Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(
                        switch (status) {
                            case 400 -> Problem.of("invalid-request", 400, "The request is not valid", null);
                            case 404 -> Problem.of("not-found", 404, "There is nothing here", null);
                            case 405 -> Problem.of("method-not-allowed", 405, "Not with this method", null);
                            case 406 -> Problem.of("not-acceptable", 406, "Not in a format you accept", null);
                            case 413 -> Problem.of("too-large", 413, "The request is too large", null);
                            case 415 ->
                                Problem.of(
                                        "unsupported-media-type", 415, "Not in this format", "Send application/json.");
                            default -> Problem.of("refused", status, "The request was refused", null);
                        });
        var allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response map(Throwable failure) {
        var known = cause(failure);
        if (known != null) {
            return answer(known);
        }
        var incident = UUID.randomUUID().toString();
        LOG.errorf(failure, "Incident %s", incident);
        return Problem.of("internal-error", 500, "Something went wrong on our side", "Incident " + incident + ".")
                .answer();
    }

    /** The problem that a failure stands for; the one way to it for whoever answers without Quarkus REST. */
    public static Problem of(Throwable failure) {
        var known = cause(failure);
        if (known != null) {
            return known.problem();
        }
        LOG.error("Failed", failure);
        return Problem.of("internal-error", 500, "Something went wrong on our side", null);
    }

    private static @Nullable ProblemException cause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException problem -> {
                    return problem;
                }
                case IdempotencyKeyReused reused -> {
                    return new OtherProblem("idempotency-key-reused", 422, reused);
                }
                case VersionMismatch stale -> {
                    return new OtherProblem("version-mismatch", 412, stale);
                }
                case TooContended busy -> {
                    return new Unavailable("too-contended", busy.getMessage(), "Nothing was recorded.");
                }
                case StoreOverloadedException full -> {
                    return new Unavailable("overloaded", full.getMessage(), "Nothing was recorded.");
                }
                case UnknownOutcomeException unknown -> {
                    return new Unavailable(
                            "outcome-unknown",
                            "Whether it was recorded is not known",
                            "Send the request again with the same Idempotency-Key.");
                }
                default -> {}
            }
        }
        return PassingFailure.in(failure)
                ? new Unavailable("unavailable", "The database cannot be reached", "Try again in a moment.")
                : null;
    }

    /** A refusal that is known elsewhere by another name. */
    private static final class OtherProblem extends ProblemException {
        OtherProblem(String name, int status, RuntimeException refusal) {
            super(Problem.of(name, status, refusal.getMessage(), null));
        }
    }

    private static Response answer(ProblemException refusal) {
        var problem = refusal.problem();
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return refusal.retryAfterSeconds() == 0
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds())
                        .build();
    }

    /** A violated field by its JSON pointer; a violated parameter by its name. */
    private static Problem.Error error(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        var parameter = "";
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer.append('/').append(node.getName());
            }
        }
        return new Problem.Error(
                pointer.isEmpty() ? "parameter:" + parameter : pointer.toString(), violation.getMessage());
    }
}
