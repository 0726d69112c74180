package io.parvis.edge.web;

import io.parvis.edge.access.Allowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** A resource whose path is all its class's. */
@Path("/v1/colours")
class ColourResource {

    @GET
    @Allowed.ToEveryCaller
    public Uni<List<String>> list() {
        return Uni.createFrom().item(List.of("red"));
    }
}
