package io.parvis.edge.web;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Operations that do not say, or not rightly, who may ask for them. */
@Path("/v1/careless")
class CarelessResource {

    @GET
    @Path("silent")
    public Uni<String> silent() {
        return Uni.createFrom().item("never said");
    }

    @GET
    @Path("of-two-minds")
    @Allowed.ToEveryCaller
    @Allowed.ForSuite(Role.OPS)
    public Uni<String> ofTwoMinds() {
        return silent();
    }

    @GET
    @Path("of-no-brand")
    @Allowed({Role.OPS, Role.ADMIN})
    public Uni<String> ofNoBrand() {
        return silent();
    }

    @GET
    @Path("outside-the-public")
    @Allowed.ToEverybody
    public Uni<String> outsideThePublic() {
        return silent();
    }
}
