package io.parvis.edge.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.problem.Unavailable;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.NameThing.ThingNamed;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.store.LogPosition;
import io.parvis.eventing.store.StoreLife;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Every kind of request that a service takes, written as a service writes them. */
@Path("/v1")
class ThingResource {

    private static final int THINGS = 120;
    static final int MANY = 10_000;

    private final Answers answers;
    private final RequestFacts request;
    private final StoreLife life;

    ThingResource(Answers answers, RequestFacts request, StoreLife life) {
        this.answers = answers;
        this.request = request;
        this.life = life;
    }

    enum Colour {
        @JsonProperty("light-blue")
        LIGHT_BLUE,
        @JsonProperty("red")
        RED
    }

    record Part(@NotBlank @Size(max = 10) String topic) {}

    record Name(@NotBlank @Size(max = 50) String name) {}

    record Body(
            @Nullable @Size(max = 100) String text,
            int whole,
            @Nullable Long big,
            @Nullable Double ratio,
            @Nullable BigDecimal amount,
            @Nullable Boolean yes,
            @Nullable Colour colour,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable LocalDateTime local,
            @Nullable Duration window,
            @Nullable ZoneId zone,
            @Nullable URI url,
            @Nullable @Size(max = 50) List<@Valid @NotNull Part> parts,
            @Nullable Map<String, @Size(max = 5) String> variants,
            @Nullable @Size(max = MANY) List<@NotNull @Size(max = 4) @Pattern(regexp = "[a-z]+") String> many,
            @Nullable Object any) {}

    record Created(String thingId) {}

    record Who(String principal, List<String> brands) {}

    @POST
    @Allowed.ToEveryCaller
    @Path("echo")
    public Uni<Body> echo(@NotNull Body body) {
        if (!Context.isOnEventLoopThread()) {
            throw new IllegalStateException("A body is read without a thread of its own");
        }
        return Uni.createFrom().item(body);
    }

    @GET
    @Allowed.ToEveryCaller
    @Path("me")
    public Uni<Who> me() {
        return Uni.createFrom()
                .item(new Who(
                        request.caller().principal(),
                        List.copyOf(request.caller().brands())));
    }

    @GET
    @Allowed.ToEverybody
    @Path("public/who")
    public Uni<Who> publicly() {
        return me();
    }

    @POST
    @Allowed(Role.EDITOR)
    @Path("brands/{brandId}/things")
    public Uni<Response> create(String brandId, @NotNull Name body) {
        return answers.created(new NameThing(Ulid.next(), body.name()), outcome -> {
            var thingId = outcome.event(ThingNamed.class).thingId();
            return new Answers.Created("/v1/brands/" + brandId + "/things/" + thingId, new Created(thingId));
        });
    }

    @POST
    @Allowed(Role.EDITOR)
    @Path("brands/{brandId}/things/{thingId}/shout")
    public Uni<Response> shout(String brandId, String thingId) {
        return answers.done(new NameThing(Ids.valid(thingId, "thing"), "SHOUT"));
    }

    @POST
    @Allowed(Role.EDITOR)
    @Path("brands/{brandId}/things/{thingId}/paint")
    public Uni<Response> paint(String brandId, String thingId, @NotNull Name body) {
        return answers.done(new PaintThing(Ids.valid(thingId, "thing"), body.name()));
    }

    @PUT
    @Allowed(Role.EDITOR)
    @Path("brands/{brandId}/things/{thingId}")
    public Uni<Response> rename(String brandId, String thingId, @NotNull Name body) {
        return answers.send(
                new NameThing(Ids.valid(thingId, "thing"), body.name()),
                outcome -> Response.noContent().header("ETag", EntityTags.of(life, outcome.position(), "")));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("brands/{brandId}/things/{thingId}")
    public Uni<Response> read(String brandId, String thingId) {
        return Uni.createFrom()
                .item(Response.ok(new Created(Ids.valid(thingId, "thing")))
                        .header("ETag", EntityTags.of(life, 7, ""))
                        .build());
    }

    @GET
    @Allowed.ToEveryRole
    @Path("brands/{brandId}/things")
    public Uni<Page<Long>> list(
            String brandId, @QueryParam("colour") @Nullable String colour, @BeanParam PageRequest page) {
        return things(page);
    }

    @GET
    @Allowed.ToEveryRole
    @Path("brands/{brandId}/things-of-two-lives/{thingId}")
    public Uni<Response> readInTwoLives(String brandId, String thingId) {
        return anotherLife().chain(begun -> read(brandId, thingId));
    }

    @PUT
    @Allowed(Role.EDITOR)
    @Path("brands/{brandId}/things-of-two-lives/{thingId}")
    public Uni<Response> renameInTwoLives(String brandId, String thingId, @NotNull Name body) {
        return anotherLife().chain(begun -> rename(brandId, thingId, body));
    }

    /** As where somebody misses an event while a request is under way. */
    private Uni<UUID> anotherLife() {
        return Uni.createFrom()
                .completionStage(() -> life.endWithout(life.id(), new LogPosition(1_000_000_000, UUID.randomUUID()))
                        .toCompletionStage());
    }

    @GET
    @Allowed.ToEveryRole
    @Path("brands/{brandId}/other-things")
    public Uni<Page<Long>> others(String brandId, @BeanParam PageRequest page) {
        return things(page);
    }

    private static Uni<Page<Long>> things(PageRequest page) {
        long before = page.before();
        var rows = LongStream.iterate(THINGS, position -> position > 0, position -> position - 1)
                .filter(position -> position < before)
                .limit(page.fetch())
                .boxed()
                .toList();
        return Uni.createFrom().item(Page.of(rows, page, position -> position, position -> position));
    }

    @GET
    @Allowed.ForSuite(Role.OPS)
    @Path("suite")
    public Uni<Response> suite() {
        return Uni.createFrom().item(Response.noContent().build());
    }

    @GET
    @Allowed.ToEveryCaller
    @Path("wrapped-refusal")
    public Uni<Response> wrappedRefusal() {
        return Uni.createFrom()
                .failure(new CompletionException(new IllegalStateException(new NameThing.ThingAlreadyNamed("x"))));
    }

    @GET
    @Allowed.ToEveryCaller
    @Path("busy")
    public Uni<Response> busy() {
        throw new Unavailable("busy", "Not now", "Ask again in a moment.");
    }

    @GET
    @Allowed.ToEveryCaller
    @Path("fault")
    public Uni<Response> fault() {
        throw new IllegalStateException("a secret of ours");
    }
}
