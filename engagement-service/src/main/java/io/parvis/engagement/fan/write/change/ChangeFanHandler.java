package io.parvis.engagement.fan.write.change;

import io.parvis.engagement.fan.ContactField;
import io.parvis.engagement.fan.EmailTaken;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanState;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** A person's data can be corrected whatever has become of the brand. */
@Singleton
class ChangeFanHandler implements Decider<ChangeFan, ChangeFanHandler.State> {

    /** @param mailboxes by their index, the fan that had it last */
    record State(Map<FanId, FanState> fans, Map<String, FanId> mailboxes) {}

    @Override
    public Boundary boundary(ChangeFan command) {
        var fan = FanGuard.everything(command.fanId());
        var mailbox = command.prepared().emailIndex();
        return mailbox == null
                ? Boundary.of(fan)
                : Boundary.of(
                        fan,
                        Criterion.tagged(
                                Tag.of(FanRegistered.EMAIL, mailbox), FanRegistered.class, FanContactChanged.class));
    }

    @Override
    public State initial() {
        return new State(Map.of(), Map.of());
    }

    @Override
    public State evolve(State state, Object event) {
        var fanId = FanState.fanIdOf(event);
        var fans = new HashMap<>(state.fans());
        fans.put(fanId, fans.getOrDefault(fanId, FanState.UNKNOWN).evolve(event));
        var mailboxes = new HashMap<>(state.mailboxes());
        var mailbox = switch (event) {
            case FanRegistered registered -> registered.emailIndex();
            case FanContactChanged changed -> changed.emailIndex();
            default -> null;
        };
        if (mailbox != null) {
            mailboxes.put(mailbox, fanId);
        }
        return new State(fans, mailboxes);
    }

    @Override
    public List<?> decide(ChangeFan command, State state, Instant now) {
        var fan = state.fans().getOrDefault(command.fanId(), FanState.UNKNOWN);
        fan.mustBeFanOf(command.brandId(), command.onlyOf());
        var mailbox = command.prepared().emailIndex();
        var sameMailbox = mailbox != null && mailbox.equals(fan.emailIndex());
        // One of its own that it has given up is on its way out of the index: a moment later it gets a fresh one.
        if (mailbox != null && !sameMailbox && state.mailboxes().containsKey(mailbox)) {
            throw new EmailTaken();
        }
        var events = new ArrayList<Object>();
        if (command.country() != null && !command.country().equals(fan.life().country())) {
            events.add(new FanCountryChanged(command.fanId(), command.brandId(), command.country()));
        }
        var removed = command.removed().stream()
                .filter(fan.known()::contains)
                .sorted()
                .toList();
        if (!removed.isEmpty() || !command.prepared().contact().equals(SealedContact.NONE)) {
            events.add(new FanContactChanged(
                    command.fanId(),
                    command.brandId(),
                    command.prepared().contact(),
                    removed,
                    sameMailbox ? null : mailbox,
                    released(fan.emailIndex(), sameMailbox, mailbox, removed)));
        }
        return events;
    }

    private static List<String> released(
            @Nullable String before, boolean same, @Nullable String now, List<ContactField> removed) {
        var givenUp = (now != null && !same) || removed.contains(ContactField.EMAIL);
        return before != null && givenUp ? List.of(before) : List.of();
    }
}
