package io.parvis.edge.web;

import io.parvis.edge.json.ConstraintProblems;
import io.parvis.edge.problem.Problem;
import io.parvis.edge.problem.ProblemException;
import io.parvis.edge.problem.Unavailable;
import io.parvis.eventing.command.FetchTimeout;
import io.parvis.eventing.command.IdempotencyKeyReused;
import io.parvis.eventing.command.Refusal;
import io.parvis.eventing.command.TooManyConflicts;
import io.parvis.eventing.command.VersionMismatch;
import io.parvis.eventing.event.NewerEventException;
import io.parvis.eventing.projection.NotCaughtUp;
import io.parvis.eventing.store.StoreOverloadedException;
import io.parvis.eventing.store.TransientFailure;
import io.parvis.eventing.store.UnknownOutcomeException;
import io.parvis.eventing.store.UnreadableEventException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place that turns what went wrong into a problem document. */
public final class ProblemMappers {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAUTHORIZED = 401;
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response map(ProblemException refusal) {
        return answer(refusal);
    }

    @ServerExceptionMapper
    Response map(ConstraintViolationException violations) {
        return answer(ConstraintProblems.of(violations.getConstraintViolations()));
    }

    @ServerExceptionMapper
    Response map(WebApplicationException failure, ContainerRequestContext request) {
        var known = cause(failure);
        if (known != null) {
            return answer(known);
        }
        var status = failure.getResponse().getStatus();
        return status == NOT_FOUND || status == METHOD_NOT_ALLOWED
                ? nowhere(request)
                : Problem.forStatus(status).answer();
    }

    /** Whether a path or only the method is unknown there, Quarkus REST tells by chance where classes share a path. */
    private static Response nowhere(ContainerRequestContext request) {
        var allowed = AllowedMethods.of(request.getUriInfo().getPath());
        if (allowed.isEmpty() || allowed.contains(request.getMethod())) {
            return Problem.forStatus(NOT_FOUND).answer();
        }
        var answer = Problem.forStatus(METHOD_NOT_ALLOWED).answer();
        answer.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed));
        return answer;
    }

    @ServerExceptionMapper
    Response map(Throwable failure) {
        var known = cause(failure);
        if (known != null) {
            return answer(known);
        }
        return fault(failure).answer();
    }

    /** The problem that a failure stands for; the one way to it for whoever answers without Quarkus REST. */
    public static Problem of(Throwable failure) {
        var known = cause(failure);
        return known == null ? fault(failure) : known.problem();
    }

    /** Tells the caller a number, and the log what is behind it. */
    private static Problem fault(Throwable failure) {
        if (ClientDisconnect.in(failure)) {
            // Nobody hears this, and nothing is wrong.
            LOG.debugf("A caller left: %s", failure);
            return Problem.forStatus(BAD_REQUEST);
        }
        var incident = UUID.randomUUID().toString();
        LOG.errorf(failure, "Incident %s", incident);
        return Problem.of("internal-error", 500, "Something went wrong on our side", "Incident " + incident + ".");
    }

    private static @Nullable ProblemException cause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException problem -> {
                    return problem;
                }
                case Refusal rule -> {
                    return new OtherProblem(Problem.of(rule));
                }
                case NotCaughtUp behind -> {
                    return new Unavailable(
                            "not-caught-up",
                            "This service has not seen that position yet",
                            "What you have recorded is safe; ask again in a moment.");
                }
                case IdempotencyKeyReused reused -> {
                    return new OtherProblem("idempotency-key-reused", 422, reused);
                }
                case VersionMismatch stale -> {
                    return new OtherProblem("version-mismatch", 412, stale);
                }
                case TooManyConflicts busy -> {
                    return new Unavailable("too-contended", busy.getMessage(), "Nothing was recorded.");
                }
                case FetchTimeout slow -> {
                    return new Unavailable(
                            "unavailable", "What this depends on was not found out in time", "Nothing was recorded.");
                }
                case StoreOverloadedException full -> {
                    return new Unavailable("overloaded", full.getMessage(), "Nothing was recorded.");
                }
                case UnreadableEventException broken -> {
                    return unreadable(broken);
                }
                case NewerEventException newer -> {
                    return new Unavailable(
                            "newer-release-needed",
                            "What this depends on was recorded by a newer release",
                            newer.getMessage() + ". Nothing was recorded.");
                }
                case UnknownOutcomeException unknown -> {
                    return new Unavailable(
                            "outcome-unknown",
                            "Whether it was recorded is not known",
                            "Send the request again with the same Idempotency-Key.");
                }
                case ConstraintViolationException violations -> {
                    return ConstraintProblems.of(violations.getConstraintViolations());
                }
                default -> {}
            }
        }
        return TransientFailure.in(failure)
                ? new Unavailable("unavailable", "The database cannot be reached", "Try again in a moment.")
                : null;
    }

    /** Whoever operates the service must be able to find it; callers can do nothing about it. */
    private static ProblemException unreadable(UnreadableEventException broken) {
        LOG.errorf(broken, "A request needs the event at %d", broken.position());
        return new OtherProblem(Problem.of(
                "event-unreadable",
                500,
                "What this depends on cannot be read",
                "The event %s at %d of the log. Nothing was recorded.".formatted(broken.type(), broken.position())));
    }

    /** A refusal that is known elsewhere by another name. */
    private static final class OtherProblem extends ProblemException {
        OtherProblem(Problem problem) {
            super(problem);
        }

        OtherProblem(String name, int status, RuntimeException refusal) {
            this(Problem.of(name, status, refusal.getMessage(), null));
        }
    }

    private static Response answer(ProblemException refusal) {
        var answer = refusal.problem().answer();
        if (refusal.retryAfterSeconds() > 0) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds());
        }
        if (answer.getStatus() == UNAUTHORIZED) {
            answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer;
    }
}
