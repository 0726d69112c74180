package io.parvis.edge.web;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.ProblemException;
import io.parvis.edge.problem.RefusedWithStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of {@link RequestSignatureFilter} for handlers outside of Quarkus REST. */
public final class RawRouteChecks {

    private RawRouteChecks() {}

    /**
     * @param mediaType in which the request would be answered
     * @throws InvalidRequest where there is anything in the query, or Accept is malformed
     * @throws ProblemException 406 where the caller does not take the format
     */
    public static void mustFit(RoutingContext request, String mediaType) {
        var accept = request.request().headers().getAll(HttpHeaders.ACCEPT);
        if (!MediaRange.admit(MediaRange.parse(String.join(",", accept)), mediaType)) {
            throw new RefusedWithStatus(RefusedWithStatus.NOT_ACCEPTABLE);
        }
        var query = request.queryParams();
        QueryParameters.mustBeKnown(
                query.names().stream().collect(Collectors.toMap(Function.identity(), query::getAll)), Set.of());
    }
}
