package io.parvis.engagement.coupon;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.coupon.event.CouponsImported;
import io.parvis.engagement.coupon.event.CouponsImported.Code;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.EventLog;
import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Which code has which number, from the log itself: a code can be used as soon as its import was answered. Neither ever
 * changes, so a decision may be given the number.
 */
@ApplicationScoped
public class CouponLookup {

    private static final int AT_ONCE = 100;

    private static final Class<?>[] IMPORTS = {CouponsImported.class};

    private final EventLog log;
    private final CouponCodes codes;

    CouponLookup(EventLog log, CouponCodes codes) {
        this.log = log;
        this.codes = codes;
    }

    /** Fails with 404 where the pool has no such code. */
    public Uni<Integer> numberOf(CouponPoolId couponPoolId, String code) {
        return numberOf(codes.hashes(couponPoolId, code));
    }

    private Uni<Integer> numberOf(List<String> hashes) {
        if (hashes.isEmpty()) {
            throw new NotFound("coupon");
        }
        var hash = hashes.getFirst();
        return first(CouponTags.code(hash), imported -> true)
                .chain(imported -> imported == null
                        ? numberOf(hashes.subList(1, hashes.size()))
                        : Uni.createFrom().item(numberOf(hash, imported)));
    }

    private static int numberOf(String hash, CouponsImported imported) {
        return imported.firstNumber()
                + imported.codes().stream().map(Code::hash).toList().indexOf(hash);
    }

    /** The code in clear; the pool must have that number. */
    public Uni<String> codeOf(CouponPoolId couponPoolId, int number) {
        return first(CouponTags.block(couponPoolId, number), imported -> imported.has(number))
                .map(imported -> {
                    if (imported == null) {
                        throw new IllegalStateException("A coupon's code is missing");
                    }
                    var code = imported.codes().get(number - imported.firstNumber());
                    return codes.open(couponPoolId, imported.keyId(), code.sealed());
                });
    }

    private Uni<@Nullable CouponsImported> first(Tag tag, Predicate<CouponsImported> wanted) {
        return log.fold(
                Boundary.reading(Criterion.tagged(tag, CouponsImported.class)),
                null,
                (first, event) -> first == null && event instanceof CouponsImported imported && wanted.test(imported)
                        ? imported
                        : first);
    }

    /** The hashes of all codes that the pool has by now. */
    public Uni<Set<String>> hashes(CouponPoolId couponPoolId) {
        var hashes = new HashSet<String>();
        return ContextExecutor.emitOnCaller(log.pages(
                        CouponTags.imports(couponPoolId), IMPORTS, Long.MAX_VALUE, AT_ONCE)
                .invoke(page -> page.forEach(
                        fact -> ((CouponsImported) fact.event()).codes().forEach(code -> hashes.add(code.hash()))))
                .collect()
                .last()
                .replaceWith(hashes));
    }
}
