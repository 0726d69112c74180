package io.parvis.gateway.service;

import io.parvis.gateway.GatewayConfig;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The services by name, to be asked about themselves. */
@Startup
@ApplicationScoped
public class Services {

    /** Descriptions have some hundred KB. */
    private static final int LONGEST_ANSWER = 8 * 1024 * 1024;

    private final HttpClient client;
    private final Map<String, String> urls = new TreeMap<>();

    /** What a service said. */
    public record Answer(int status, Buffer body) {}

    Services(Vertx vertx, GatewayConfig config) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(1_000));
        config.services()
                .forEach((name, service) -> urls.put(name, service.url().replaceFirst("/$", "")));
    }

    /** In alphabetical order. */
    public List<String> names() {
        return List.copyOf(urls.keySet());
    }

    /** Fails where there is no whole answer in time, or too much of it. */
    public Future<Answer> ask(String service, String path, Duration timeout) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(urls.get(service) + path)
                .setConnectTimeout(timeout.toMillis());
        return client.request(options)
                .compose(request -> request.send()
                        .compose(response -> bounded(response).map(body -> new Answer(response.statusCode(), body)))
                        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        // An answer that never ends would keep its connection, of which there are few.
                        .onFailure(late -> request.reset()));
    }

    private static Future<Buffer> bounded(HttpClientResponse response) {
        var whole = Promise.<Buffer>promise();
        var read = Buffer.buffer();
        response.exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(read))
                .handler(part -> {
                    if (read.length() + part.length() > LONGEST_ANSWER) {
                        whole.tryFail("The answer is too long");
                    } else {
                        read.appendBuffer(part);
                    }
                });
        return whole.future();
    }
}
