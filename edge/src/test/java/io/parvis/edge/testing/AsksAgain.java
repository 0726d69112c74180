package io.parvis.edge.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.time.Duration;

/**
 * Asks again where a service has not seen a position yet, as its answer says that callers should: a view of a machine that
 * does other things may need more than the two seconds that a service waits for it. Nothing was done meanwhile.
 */
final class AsksAgain implements Filter {

    private static final int UNAVAILABLE = 503;
    private static final String NOT_YET = "/not-caught-up";
    private static final String MARK = "Parvis-Position";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification answer, FilterContext context) {
        var first = context.next(request, answer);
        return request.getHeaders().hasHeaderWithName(MARK) && isNotYet(first)
                ? await().atMost(TIMEOUT).until(() -> again(request), next -> !isNotYet(next))
                : first;
    }

    private static boolean isNotYet(Response answer) {
        return answer.statusCode() == UNAVAILABLE && answer.asString().contains(NOT_YET);
    }

    private static Response again(FilterableRequestSpecification request) {
        var again = RestAssured.given().urlEncodingEnabled(false).headers(request.getHeaders());
        if (request.getBody() != null) {
            again.body(request.<Object>getBody());
        }
        return again.request(request.getMethod(), request.getURI());
    }
}
