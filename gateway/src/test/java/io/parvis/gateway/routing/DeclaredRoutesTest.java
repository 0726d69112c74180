package io.parvis.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parvis.gateway.service.DeclaredPath;
import io.parvis.gateway.service.ServiceDescription;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredRoutesTest {

    private static final long LIMIT = 1_000;

    private final Map<String, ServiceDescription> services = new TreeMap<>();

    @Test
    void leadEachPathToWhoDeclaresIt() {
        declares("presence", "/v1/brands", "/v1/brands/{brandId}");
        declares("engagement", "/v1/brands/{brandId}/fans");

        assertThat(service("/v1/brands")).contains("presence");
        assertThat(service("/v1/brands/b-1")).contains("presence");
        assertThat(service("/v1/brands/b-1/fans")).contains("engagement");
        assertThat(service("/v1/brands/b-1/fans/f-1")).isEmpty();
        assertThat(service("/v1")).isEmpty();
    }

    @Test
    void preferTheWordToTheHoleWhoeverHasIt() {
        declares("a", "/v1/{x}/b/{y}", "/v1/a/{x}/{y}", "/v1/{x}/{y}/{z}");
        declares("b", "/v1/a/b/{z}", "/v1/a/b/~~");

        assertThat(service("/v1/a/b/c")).contains("b");
        assertThat(service("/v1/a/c/c")).contains("a");
        assertThat(template("/v1/c/b/c")).contains("/v1/{x}/b/{y}");
        assertThat(template("/v1/c/c/c")).contains("/v1/{x}/{y}/{z}");
        assertThat(template("/v1/a/b/~~")).contains("/v1/a/b/~~");
    }

    /** In whatever order they were learned: all replicas of the gateway must lead alike. */
    @Test
    void leaveAPathThatTwoDeclareToTheFirstByName() {
        declares("reputation", "/v1/brands/{brandId}/fans", "/v1/brands/{id}/watches");
        declares("engagement", "/v1/brands/{id}/fans");

        assertThat(service("/v1/brands/b-1/fans")).contains("engagement");
        assertThat(service("/v1/brands/b-1/watches")).contains("reputation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1",
                "/v1/",
                "v1/a",
                "/q/secret",
                "/openapi.json",
                "/docs",
                "/v2/a",
                "/V1/a",
                "/v1/a/",
                "/v1//a",
                "/v1/**",
                "/v1/a/**",
                "/v1/*",
                "/v1/{a}{b}",
                "/v1/a{b}",
                "/v1/{a",
                "/v1/{}",
                "/v1/{a: [0-9]+}",
                "/v1/a?b",
                "/v1/a#b",
                "/v1/%61",
                "/v1/a;b",
                "/v1/a b",
                "/v1/a\nb",
                "/v1/\\a",
                "/v1/é",
                "http://elsewhere/v1/a"
            })
    void leadNowhereThatIsNoPathOfTheApi(String path) {
        declares("presence", path, "/v1/good");

        assertThat(service("/v1/good")).contains("presence");
        for (var other : List.of("/v1/a", "/q/secret", "/openapi.json", "/v1/a/b", "/docs", "/v2/a")) {
            assertThat(service(other)).as(other).isEmpty();
        }
    }

    @Test
    void leadNowhereThatIsTooLong() {
        var path = "/v1" + "/a".repeat(10_000);

        declares("presence", path);

        assertThat(service(path)).isEmpty();
    }

    @Test
    void arePublicBelowPublicAlone() {
        declares("presence", "/v1/public/a", "/v1/publicity/a", "/v1/{public}/b", "/v1/public");

        assertThat(route("/v1/public/a").orElseThrow().open()).isTrue();
        for (var other : List.of("/v1/publicity/a", "/v1/public/b", "/v1/public")) {
            assertThat(route(other).orElseThrow().open()).as(other).isFalse();
        }
    }

    @Test
    void boundBodiesSaveStreams() {
        services.put("presence", described(List.of(new DeclaredPath("/v1/a", true), new DeclaredPath("/v1/b", false))));

        assertThat(route("/v1/a").orElseThrow().unbounded()).containsExactly("application/x-ndjson");
        assertThat(route("/v1/a").orElseThrow().bodyLimit()).isEqualTo(LIMIT);
        assertThat(route("/v1/b").orElseThrow().unbounded()).isEmpty();
    }

    private void declares(String service, String... paths) {
        services.put(
                service,
                described(Arrays.stream(paths)
                        .map(path -> new DeclaredPath(path, false))
                        .toList()));
    }

    private static ServiceDescription described(List<DeclaredPath> offers) {
        return new ServiceDescription(Buffer.buffer(), JsonNodeFactory.instance.objectNode(), offers);
    }

    private Optional<String> service(String path) {
        return route(path).map(Route::service);
    }

    private Optional<String> template(String path) {
        return route(path).map(route -> route.template().toString());
    }

    private Optional<Route> route(String path) {
        return new DeclaredRoutes(services, LIMIT)
                .find(Arrays.asList(path.substring(1).split("/")));
    }
}
