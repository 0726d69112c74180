package io.parvis.engagement.reward;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Standing.Held;
import io.parvis.engagement.reward.event.PointsEvent;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.TierKept;
import io.parvis.engagement.reward.event.TierLost;
import io.parvis.engagement.reward.event.TierLost.Reason;
import io.parvis.engagement.reward.event.TierReached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What time alone has done to a fan's books: graces are over, each at its own time however late it is noticed, and
 * points expired. Whoever comes first settles; a second time there is nothing left to do.
 *
 * @param ledger the books after it
 * @param events what is to be recorded of it, in order
 */
public record Settlement(Ledger ledger, List<PointsEvent> events) {

    public static Settlement of(BrandId brandId, FanId fanId, Ledger ledger, RewardProgramme programme, Instant now) {
        var events = new ArrayList<PointsEvent>();
        var books = ledger;
        for (var held = books.standing().tier(); held != null && isToJudge(held, programme, now); ) {
            var at = programme.knows(held) ? Objects.requireNonNull(held.keepsUntil()) : now;
            books = programme.ranked(books, at);
            events.add(judgement(brandId, fanId, held, programme, at, books));
            held = books.standing().tier();
        }
        var settled = books.settled(now);
        long expired = settled.expired() - books.expired();
        if (expired != 0) {
            events.add(new PointsExpired(brandId, fanId, expired, settled));
        }
        return new Settlement(settled, List.copyOf(events));
    }

    /** All that is to be recorded where points then move: a tier that they reach, and what is due once they moved. */
    public List<Object> followedBy(PointsMoved moved, RewardProgramme programme, Instant now) {
        var all = new ArrayList<Object>(events);
        all.add(moved);
        var before = ledger.standing().tier();
        var after = moved.ledger().standing().tier();
        if (after != null && !isSame(before, after)) {
            all.add(new TierReached(
                    moved.brandId(), moved.fanId(), after.code(), code(before), after.since(), moved.ledger()));
        }
        all.addAll(of(moved.brandId(), moved.fanId(), moved.ledger(), programme, now)
                .events());
        return List.copyOf(all);
    }

    private static boolean isToJudge(Held held, RewardProgramme programme, Instant now) {
        return held.isOver(now) || !programme.knows(held);
    }

    private static PointsEvent judgement(
            BrandId brandId, FanId fanId, Held held, RewardProgramme programme, Instant at, Ledger books) {
        var after = books.standing().tier();
        if (!programme.knows(held)) {
            return new TierLost(brandId, fanId, held.code(), code(after), Reason.NOT_IN_PROGRAMME, at, books);
        }
        if (isSame(held, after)) {
            return new TierKept(brandId, fanId, held.code(), at, books);
        }
        return after != null && programme.isAbove(after, held)
                ? new TierReached(brandId, fanId, after.code(), held.code(), at, books)
                : new TierLost(brandId, fanId, held.code(), code(after), Reason.GRACE_OVER, at, books);
    }

    private static boolean isSame(@Nullable Held one, @Nullable Held other) {
        return Objects.equals(code(one), code(other));
    }

    private static @Nullable String code(@Nullable Held held) {
        return held == null ? null : held.code();
    }
}
