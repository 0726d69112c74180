package io.parvis.gateway.api;

import io.parvis.eventloop.CallersContext;
import io.parvis.gateway.problem.OwnAnswer;
import io.parvis.gateway.problem.Problem;
import io.parvis.gateway.problem.ProblemAnswer;
import io.parvis.gateway.problem.UnreadBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The API document, for everybody, and the way from the bare address to the page to try it. */
@ApplicationScoped
class ApiDocumentPages {

    private static final Logger LOG = Logger.getLogger(ApiDocumentPages.class);
    private static final int ORDER = -90;

    private final ApiDocuments documents;

    ApiDocumentPages(ApiDocuments documents) {
        this.documents = documents;
    }

    void mount(@Observes Router router) {
        router.route("/").order(ORDER).handler(context -> welcome(context.request()));
        router.route("/openapi.json")
                .order(ORDER)
                .handler(context -> answer(context.request(), "application/json", ApiDocument::json));
        router.route("/openapi.yaml")
                .order(ORDER)
                .handler(context -> answer(context.request(), "application/yaml", ApiDocument::yaml));
    }

    private static void welcome(HttpServerRequest request) {
        // Not as a whole address: that would begin with whatever host the client named.
        request.response().setStatusCode(302).putHeader("Location", "/docs").end();
        UnreadBody.discard(request);
    }

    private void answer(HttpServerRequest request, String type, Function<ApiDocument, Buffer> form) {
        // Who asked first may be on another event loop: come back to this one.
        var caller = CallersContext.current();
        documents
                .current()
                .onComplete(made -> caller.execute(() -> {
                    if (made.succeeded()) {
                        request.response().putHeader("Cache-Control", "public, max-age=10");
                        OwnAnswer.send(request, 200, type + ";charset=utf-8", form.apply(made.result()));
                    } else {
                        LOG.error("The API document cannot be made", made.cause());
                        ProblemAnswer.send(request, Problem.internal());
                    }
                }));
    }
}
