package io.parvis.gateway.api;

import io.parvis.eventloop.ContextExecutor;
import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.LocalResponse;
import io.parvis.gateway.problem.ProblemResponse;
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
class MergedDocumentPages {

    private static final Logger LOG = Logger.getLogger(MergedDocumentPages.class);
    private static final int ORDER = -90;

    private final MergedDocuments documents;

    MergedDocumentPages(MergedDocuments documents) {
        this.documents = documents;
    }

    void mount(@Observes Router router) {
        router.route("/").order(ORDER).handler(context -> welcome(context.request()));
        router.route("/openapi.json")
                .order(ORDER)
                .handler(context -> answer(context.request(), "application/json", MergedDocument::json));
        router.route("/openapi.yaml")
                .order(ORDER)
                .handler(context -> answer(context.request(), "application/yaml", MergedDocument::yaml));
    }

    private static void welcome(HttpServerRequest request) {
        // Not as a whole address: that would begin with whatever host the client named.
        request.response().setStatusCode(302).putHeader("Location", "/docs").end();
        UnreadBody.discard(request);
    }

    private void answer(HttpServerRequest request, String type, Function<MergedDocument, Buffer> form) {
        // Who asked first may be on another event loop: come back to this one.
        var caller = ContextExecutor.current();
        documents
                .current()
                .onComplete(made -> caller.execute(() -> {
                    if (made.succeeded()) {
                        request.response().putHeader("Cache-Control", "public, max-age=10");
                        LocalResponse.send(request, 200, type + ";charset=utf-8", form.apply(made.result()));
                    } else {
                        LOG.error("The API document cannot be made", made.cause());
                        ProblemResponse.send(request, GatewayProblem.internal());
                    }
                }));
    }
}
