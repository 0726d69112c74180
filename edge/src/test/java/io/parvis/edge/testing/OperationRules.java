package io.parvis.edge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.edge.testing.Operations.Operation;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.StreamHandler;
import io.parvis.eventing.testing.VersionedThings;
import io.quarkus.arc.All;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rules that hold for every operation of every service. The operations come from the API document, so that a new
 * one cannot be forgotten; each service runs these tests as its own.
 */
public abstract class OperationRules extends AccessRules {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");
    private static final String CALLER =
            TestCallers.everywhere("ops", "admin", "editor", "approver", "moderator", "analyst", "partner");
    private static final String JSON = "application/json";
    private static final int FAULT = 500;
    private static final Duration NO_ANSWER = Duration.ofSeconds(20);

    @Inject
    @All
    List<StreamHandler> handlers;

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final List<String> wrong = new ArrayList<>();
    private Operations operations;

    @BeforeEach
    void readTheDocument() {
        operations = Operations.ofService();
        assertThat(operations.all()).isNotEmpty();
    }

    @Test
    void namesTheMethodsThatAPathHas() {
        for (var template : operations.templates()) {
            var allowed = operations.allowed(template);
            for (var method : METHODS) {
                if (method.equals("OPTIONS") || !List.of(allowed.split(", ")).contains(method)) {
                    var answer = send(request(method, Operations.filled(template, "1x")));
                    expect(
                            answer.statusCode() == (method.equals("OPTIONS") ? 204 : 405)
                                    && sorted(header(answer, "Allow")).equals(allowed),
                            method + " " + template,
                            answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersInNoOtherFormat() {
        each(operation -> true, operation -> {
            for (var accept : List.of("text/html", "application/xml, text/*", "application/json;q=0, text/plain")) {
                var answer = send(request(operation).header("Accept", accept));
                expect(!operation.answers() || answer.statusCode() == 406, operation + " Accept: " + accept, answer);
            }
        });
    }

    @Test
    void refusesAParameterThatItDoesNotKnow() {
        each(operation -> !operation.isOpen(), operation -> {
            var answer = send(request(operation.method(), operation.path() + "?unknown=1"));
            expect(
                    answer.statusCode() == 400 && answer.body().contains("parameter:unknown"),
                    operation + "?unknown=1",
                    answer);
        });
    }

    @Test
    void ignoresAParameterThatANetworkAppended() {
        each(Operation::isOpen, operation -> {
            var plain = send(request(operation));
            var appended = send(request(operation.method(), operation.path() + "?fbclid=1&utm_source=a&utm_source=b"));
            expect(plain.statusCode() == appended.statusCode(), operation + "?fbclid=1", appended);
        });
    }

    @Test
    void refusesAParameterThatIsGivenTwice() {
        each(operation -> !operation.isOpen(), operation -> {
            for (var name : operation.parameters()) {
                var answer = send(request(operation.method(), "%s?%s=1&%2$s=1".formatted(operation.path(), name)));
                expect(
                        answer.statusCode() == 400 && answer.body().contains("parameter:" + name),
                        operation + "?" + name,
                        answer);
            }
        });
    }

    @Test
    void refusesABodyInAnotherFormat() {
        each(Operation::takesBody, operation -> {
            for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
                var answer = send(request(operation, "{}").header("Content-Type", type));
                expect(answer.statusCode() == 415, operation + " Content-Type: " + type, answer);
            }
            expect(send(request(operation, "{}")).statusCode() == 415, operation + " without type", null);
        });
    }

    @Test
    void asksForNoFormatOfWhatIsNotThere() {
        each(operation -> !operation.isRead(), operation -> {
            for (var type : List.of("", "text/plain", "application/x-www-form-urlencoded", JSON)) {
                var request =
                        type.isEmpty() ? request(operation) : request(operation).header("Content-Type", type);
                var answer = send(request);
                expect(answer.statusCode() < FAULT && answer.statusCode() != 415, operation + " " + type, answer);
            }
        });
    }

    @Test
    void takesNoBodyWhereNoneIsDue() {
        each(operation -> !operation.takesBody() && !operation.isRead(), operation -> {
            var without = send(request(operation)).statusCode();
            var empty = send(request(operation, "{}").header("Content-Type", JSON));
            expect(empty.statusCode() == without, operation + " {}", empty);
            var more = send(request(operation, "{\"more\":1}").header("Content-Type", JSON));
            expect(more.statusCode() == 400 && more.body().contains("\"/more\""), operation + " {more}", more);
        });
    }

    @Test
    void neverFailsOnABody() {
        each(operation -> true, operation -> {
            for (var body : List.of("", " ", "{}", "null", "[]", "\"x\"", "1", "{", "{\"unknown\":null}", "\0")) {
                var answer = send(request(operation, body).header("Content-Type", JSON));
                expect(answer.statusCode() < FAULT, operation + " " + body, answer);
            }
            var answer = send(request(operation).header("Content-Type", "text/plain"));
            expect(answer.statusCode() < FAULT, operation + " without the body that its type announces", answer);
        });
    }

    @Test
    void neverFailsOnAFormat() {
        each(operation -> true, operation -> {
            for (var type :
                    List.of("", "x", "/", "a/b/c", "application/json;", "application/json;charset=none", "*/*")) {
                var answer = send(request(operation, "{}").header("Content-Type", type));
                expect(answer.statusCode() < FAULT, operation + " Content-Type: " + type, answer);
            }
            for (var accept :
                    List.of("", "x", "/", "*", "*/x", "a/b/c", "a/b;q=7", ";", ",", "\"", "a/b;c=\"d\\\"e\"")) {
                var answer = send(request(operation).header("Accept", accept));
                expect(answer.statusCode() < FAULT, operation + " Accept: " + accept, answer);
            }
        });
    }

    @Test
    void neverFailsOnAHeader() {
        each(operation -> true, operation -> {
            for (var name : List.of(
                    "traceparent",
                    "tracestate",
                    "Idempotency-Key",
                    "Parvis-Position",
                    "Accept-Language",
                    "Accept-Encoding",
                    "Content-Encoding",
                    "If-Match",
                    "If-None-Match",
                    "If-Modified-Since",
                    "If-Range",
                    "Range",
                    "Cookie")) {
                for (var value : List.of("", "x", "\"", "*", ";=,", "é".repeat(300), "a,".repeat(1500))) {
                    var answer = send(request(operation).header(name, value));
                    expect(answer.statusCode() < FAULT, operation + " " + name + ": " + value, answer);
                }
            }
        });
    }

    @Test
    void neverFailsOnAnId() {
        each(operation -> operation.template().contains("{"), operation -> {
            for (var id :
                    List.of("%00", "a%00b", "a%2Fb", "%2e%2e", "%ff", "%F0%9F%8E%89", "x".repeat(1000), "%27--", "*")) {
                var answer = send(request(operation.method(), Operations.filled(operation.template(), id)));
                expect(answer.statusCode() < FAULT, operation + " " + id, answer);
            }
        });
    }

    @Test
    void saysOfEveryAnswerWhoMayKeepIt() {
        each(operation -> true, operation -> {
            var answer = send(request(operation));
            expect(
                    header(answer, "X-Content-Type-Options").equals("nosniff")
                            && (header(answer, "Cache-Control").equals("private, no-store")
                                    || isPublic(operation, answer))
                            && header(answer, "Vary").contains("Accept")
                            && header(answer, "Vary").contains("X-API-Key") != operation.isOpen(),
                    operation.toString(),
                    answer);
        });
    }

    /** What everybody may read says how long it may be kept. */
    private static boolean isPublic(Operation operation, HttpResponse<?> answer) {
        return operation.isOpen()
                && answer.statusCode() == 200
                && header(answer, "Cache-Control").matches("public, max-age=[0-9]+");
    }

    @Test
    void saysWhetherItsEventLoopsGoOn() {
        RestAssured.get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'event-loops' }.status", equalTo("UP"));
    }

    @Test
    void neverFailsOnAParameter() {
        each(operation -> !operation.parameters().isEmpty(), operation -> {
            for (var name : operation.parameters()) {
                for (var value :
                        List.of("", "%20", "%00", "a%00b", "%ff", "%ED%A0%80", "%E2%80%AE", "-1", "9".repeat(99))) {
                    var answer = send(request(operation.method(), operation.path() + "?" + name + "=" + value));
                    expect(answer.statusCode() < FAULT, operation + "?" + name + "=" + value, answer);
                }
            }
        });
    }

    /** What a decision compares is what a view tells: each kind of thing that has versions has one such view. */
    @Test
    void tellsAVersionOfWhateverHasOne() throws IOException, ReflectiveOperationException {
        var declared = VersionedThings.declared();
        var told = new HashMap<ResourceType, Class<?>>();
        for (var handler : handlers) {
            if (handler instanceof Projection projection) {
                projection
                        .versions()
                        .forEach(
                                (type, view) -> assertThat(told.put(type, view)).isNull());
            }
        }
        assertThat(told.keySet()).isNotEmpty().isEqualTo(declared.types());
        assertThat(told.values()).doesNotHaveDuplicates().hasSameElementsAs(declared.views());
    }

    private void each(Predicate<Operation> which, java.util.function.Consumer<Operation> check) {
        operations.all().stream().filter(which).forEach(check);
        assertThat(wrong).isEmpty();
    }

    private void expect(boolean holds, String what, HttpResponse<String> answer) {
        if (!holds) {
            wrong.add("%s -> %s"
                    .formatted(
                            what,
                            answer == null
                                    ? ""
                                    : answer.statusCode() + " "
                                            + answer.headers().map()));
        }
    }

    private static HttpRequest.Builder request(Operation operation) {
        return request(operation.method(), operation.path());
    }

    private static HttpRequest.Builder request(Operation operation, String body) {
        return request(operation).method(operation.method(), BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(NO_ANSWER)
                .header("Authorization", CALLER)
                .method(method, BodyPublishers.noBody());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(request.build().toString(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static String sorted(String list) {
        return String.join(", ", new TreeSet<>(List.of(list.split(",\\s*"))));
    }
}
