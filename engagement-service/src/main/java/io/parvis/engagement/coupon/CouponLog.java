package io.parvis.engagement.coupon;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.coupon.event.CouponsImported;
import io.parvis.engagement.coupon.event.CouponsImported.Code;
import io.parvis.eventing.store.EventReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Which code has which number, from the log itself: a code can be used as soon as its import was answered. Neither ever
 * changes, so a decision may be given the number.
 */
@ApplicationScoped
public class CouponLog {

    private static final int AT_ONCE = 100;

    private final EventReader log;
    private final EventConverter converter;
    private final CouponCodes codes;

    CouponLog(EventReader log, EventConverter converter, CouponCodes codes) {
        this.log = log;
        this.converter = converter;
        this.codes = codes;
    }

    /** Fails with 404 where the pool has no such code. */
    public Uni<Integer> numberOf(String couponPoolId, String code) {
        return numberOf(codes.hashes(couponPoolId, code));
    }

    private Uni<Integer> numberOf(List<String> hashes) {
        if (hashes.isEmpty()) {
            throw new NotFound("coupon");
        }
        var hash = hashes.getFirst();
        return read(CouponTags.code(hash), 0)
                .chain(imports -> imports.events().isEmpty()
                        ? numberOf(hashes.subList(1, hashes.size()))
                        : Uni.createFrom().item(numberOf(hash, imports.events().getFirst())));
    }

    private static int numberOf(String hash, CouponsImported imported) {
        return imported.firstNumber()
                + imported.codes().stream().map(Code::hash).toList().indexOf(hash);
    }

    /** The code in clear; the pool must have that number. */
    public Uni<String> codeOf(String couponPoolId, int number) {
        return read(CouponTags.block(couponPoolId, number), 0)
                .map(imports -> imports.events().stream()
                        .filter(imported -> imported.has(number))
                        .map(imported -> codes.open(
                                couponPoolId,
                                imported.keyId(),
                                imported.codes()
                                        .get(number - imported.firstNumber())
                                        .sealed()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("A coupon's code is missing")));
    }

    /** The hashes of all codes that the pool has by now. */
    public Uni<Set<String>> hashes(String couponPoolId) {
        return collect(couponPoolId, 0, new HashSet<>());
    }

    private Uni<Set<String>> collect(String couponPoolId, long after, Set<String> hashes) {
        return read(CouponTags.imports(couponPoolId), after).chain(imports -> {
            imports.events().forEach(imported -> imported.codes().forEach(code -> hashes.add(code.hash())));
            return imports.events().size() < AT_ONCE
                    ? Uni.createFrom().item(hashes)
                    : collect(couponPoolId, imports.last(), hashes);
        });
    }

    private record Imports(List<CouponsImported> events, long last) {}

    private Uni<Imports> read(Tag tag, long after) {
        return Uni.createFrom()
                .completionStage(() -> log.tagged(tag, after, AT_ONCE))
                .map(recorded -> new Imports(
                        recorded.stream()
                                .map(event -> event.payloadAs(CouponsImported.class, converter))
                                .toList(),
                        recorded.isEmpty() ? after : recorded.getLast().position()));
    }
}
