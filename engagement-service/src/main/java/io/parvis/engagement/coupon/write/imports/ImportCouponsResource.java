package io.parvis.engagement.coupon.write.imports;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.value.Key;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.WorkerThread;
import io.parvis.engagement.coupon.CouponCodes;
import io.parvis.engagement.coupon.CouponLookup;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.event.CouponsImported.Code;
import io.parvis.engagement.coupon.event.CouponsStocked;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/coupon-pools/{couponPoolId}/codes")
@Tag(name = "Coupons")
class ImportCouponsResource {

    private static final int MOST_TRIES = 10;

    private final Answers answers;
    private final CouponLookup log;
    private final CouponCodes hiding;

    ImportCouponsResource(Answers answers, CouponLookup log, CouponCodes hiding) {
        this.answers = answers;
        this.log = log;
        this.hiding = hiding;
    }

    @Schema(name = "CouponCodes")
    record Body(
            @NotNull @Key @Size(min = 1, max = 5_000)
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "[!-~]{4,64}",
                                    message = "must be 4 to 64 ASCII characters without blanks")
                            String>
                    codes) {}

    /** @param known how many the pool had already, or stood twice in the request */
    @Schema(name = "CouponsImported")
    record Answer(int imported, int known) {}

    @POST
    @Allowed({Role.PARTNER, Role.ADMIN})
    @Operation(
            summary = "Import codes",
            description =
                    "1 to 5,000 at once, at most 50,000 in a pool. A code that the pool has already is passed over,"
                            + " so an import can be sent again. Codes are told again to nobody but the fan for whom one is"
                            + " reserved. Takes the role partner or admin.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `coupon-pool-not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`brand-is-archived`, `coupon-pool-is-over` (with `validUntil`), `coupon-pool-is-full` (with"
                    + " `room`), `coupon-import-overtaken`")
    public Uni<Response> load(String brandId, String couponPoolId, @NotNull Body body) {
        var pool = new CouponPoolId(Ids.valid(couponPoolId, "coupon-pool"));
        return WorkerThread.run(() -> byHash(pool, body.codes()))
                .chain(byHash -> load(
                                new BrandId(brandId), pool, byHash, body.codes().size())
                        .onFailure(CouponImportOvertaken.class)
                        .retry()
                        .atMost(MOST_TRIES));
    }

    private Uni<Response> load(BrandId brandId, CouponPoolId poolId, Map<String, String> byHash, int sent) {
        return log.hashes(poolId)
                .chain(known -> WorkerThread.run(() -> fresh(poolId, byHash, known))
                        .chain(fresh -> answers.send(
                                new ImportCoupons(poolId, brandId, known.size(), fresh, hiding.keyId()), outcome -> {
                                    int imported = outcome.changedNothing()
                                            ? 0
                                            : outcome.event(CouponsStocked.class)
                                                    .codes();
                                    return Response.ok(new Answer(imported, sent - imported));
                                })));
    }

    private Map<String, String> byHash(CouponPoolId poolId, List<String> codes) {
        var byHash = new LinkedHashMap<String, String>();
        codes.forEach(code -> byHash.putIfAbsent(hiding.hash(poolId, code), code));
        return byHash;
    }

    private List<Code> fresh(CouponPoolId poolId, Map<String, String> byHash, Set<String> known) {
        return byHash.entrySet().stream()
                .filter(code -> hiding.hashes(poolId, code.getValue()).stream().noneMatch(known::contains))
                .map(code -> new Code(code.getKey(), hiding.seal(poolId, code.getValue())))
                .toList();
    }
}
