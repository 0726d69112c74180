package io.parvis.engagement.reward.write.move;

import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.reward.Account;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.PointsReservationId;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.Settlement;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Settles what is due before and after the operation, so that a late poller makes no difference. */
@Singleton
class MovePointsHandler implements Decider<MovePoints, Account> {

    private static final int MOST_RESERVATIONS = 50;

    @Override
    public Boundary boundary(MovePoints command) {
        return Account.boundary(command.brandId(), command.fanId());
    }

    @Override
    public Account initial() {
        return Account.UNKNOWN;
    }

    @Override
    public Account evolve(Account account, Object event) {
        return account.evolve(event);
    }

    @Override
    public List<Object> decide(MovePoints command, Account account, Instant now) {
        account.mustBeOf(command.brandId());
        if (!settlesReservation(command)) {
            BrandGuard.mustBeActive(account.brand());
        }
        var programme = account.programme(now);
        var before = Settlement.of(command.brandId(), command.fanId(), account.ledger(), programme, now);
        var moved = moved(command, points(command, before.ledger()), before.ledger(), programme, now);
        return before.followedBy(moved, programme, now);
    }

    /** What was begun may be brought to its end, whatever became of the brand. */
    private static boolean settlesReservation(MovePoints command) {
        return command.reservationId() != null;
    }

    private static long points(MovePoints command, Ledger ledger) {
        return command.points() != 0 ? command.points() : held(command, ledger).points();
    }

    private static PointsMoved moved(
            MovePoints command, long points, Ledger ledger, RewardProgramme programme, Instant now) {
        var after = switch (command.operation()) {
            case EARN -> earned(points, ledger, programme, now);
            case RESERVE -> reserved(command, ledger.active(now, programme.zone()));
            case BURN ->
                command.points() == 0
                        ? ledger.burn(held(command, ledger)).active(now, programme.zone())
                        : sufficing(ledger, points).burn(points).active(now, programme.zone());
            case RELEASE -> ledger.release(held(command, ledger));
            case ADJUST -> programme.adjust(points < 0 ? sufficing(ledger, -points) : ledger, points, now);
        };
        return new PointsMoved(
                command.entryId(),
                command.brandId(),
                command.fanId(),
                command.operation(),
                points,
                command.reservationId(),
                command.reason(),
                command.source(),
                programme.ranked(after, now));
    }

    private static Ledger earned(long points, Ledger ledger, RewardProgramme programme, Instant now) {
        long earnable = programme.earnable(ledger, now);
        if (points > earnable) {
            throw new CapReached(earnable);
        }
        return programme.earn(ledger, points, now);
    }

    private static Ledger reserved(MovePoints command, Ledger ledger) {
        if (ledger.reservations().size() >= MOST_RESERVATIONS) {
            throw new TooManyReservations(MOST_RESERVATIONS);
        }
        return sufficing(ledger, command.points())
                .reserve(new PointsReservationId(command.entryId().value()), command.points());
    }

    private static Ledger sufficing(Ledger ledger, long points) {
        if (points > ledger.balance()) {
            throw new InsufficientPoints(ledger.balance());
        }
        return ledger;
    }

    private static Ledger.Reservation held(MovePoints command, Ledger ledger) {
        var reservationId = Objects.requireNonNull(command.reservationId());
        return ledger.reservation(reservationId).orElseThrow(() -> new ReservationNotOpen(reservationId));
    }
}
