package io.parvis.engagement.referral.write.convert;

import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanLife;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.referral.event.ReferralConverted;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Whoever touched the fan first, in whichever campaign, has converted them; a touch after the fan became a customer has
 * not. Of an erased fan nothing more is recorded.
 */
@Singleton
class ConvertReferralHandler implements Decider<ConvertReferral, ConvertReferralHandler.State> {

    /**
     * @param first the fan's first touch by anybody
     * @param due what the conversion follows from; null where it follows from nothing or is done
     */
    record State(
            FanLife fan,
            @Nullable CircleJoined first,
            @Nullable CircleJoined due) {}

    @Override
    public Boundary boundary(ConvertReferral command) {
        return Boundary.reading(
                Criterion.tagged(
                        Tag.of("fan", command.fanId().value()),
                        CircleJoined.class,
                        FanBecameCustomer.class,
                        ReferralConverted.class),
                FanGuard.life(command.fanId()));
    }

    @Override
    public State initial() {
        return new State(FanLife.UNKNOWN, null, null);
    }

    /** In the order of the log: who joins later finds that the fan is a customer. */
    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case CircleJoined joined -> new State(state.fan, state.first == null ? joined : state.first, state.due);
            case FanBecameCustomer customer -> new State(state.fan, state.first, state.first);
            case ReferralConverted done -> new State(state.fan, state.first, null);
            default -> new State(state.fan.evolve(event), state.first, state.due);
        };
    }

    @Override
    public List<ReferralConverted> decide(ConvertReferral command, State state, Instant now) {
        var due = state.due;
        return due == null || state.fan.erased()
                ? List.of()
                : List.of(new ReferralConverted(
                        command.brandId(), due.campaignId(), command.fanId(), due.referrerFanId()));
    }
}
