package io.parvis.engagement.fan;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.fan.personal.FanVault;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.EventLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * When a fan was born, for rules that ask for an age. It is read from the log and not from a view, so that it is known
 * from the moment at which it was recorded. It costs two round trips: ask only where a rule needs it.
 */
@ApplicationScoped
public class FanDates {

    private final EventLog log;
    private final FanVault vault;

    FanDates(EventLog log, FanVault vault) {
        this.log = log;
        this.vault = vault;
    }

    private record Sealed(@Nullable String birthDate) {

        Sealed evolve(Object event, BrandId brandId) {
            return switch (event) {
                case FanRegistered fan ->
                    new Sealed(
                            fan.contact() == null || !fan.brandId().equals(brandId)
                                    ? null
                                    : fan.contact().birthDate());
                case FanContactChanged contact
                when contact.changed().birthDate() != null ->
                    new Sealed(contact.changed().birthDate());
                case FanContactChanged contact ->
                    contact.removed().contains(ContactField.BIRTH_DATE) ? new Sealed(null) : this;
                case FanErased erased -> new Sealed(null);
                default -> this;
            };
        }
    }

    /** @return null where nobody said, and where the fan is unknown, another brand's or erased */
    public Uni<@Nullable LocalDate> birthDate(BrandId brandId, FanId fanId) {
        var contact = Criterion.tagged(
                Tag.of("fan", fanId.value()), FanRegistered.class, FanContactChanged.class, FanErased.class);
        return log.fold(Boundary.reading(contact), new Sealed(null), (known, event) -> known.evolve(event, brandId))
                .chain(last -> last.birthDate() == null
                        ? Uni.createFrom().nullItem()
                        : vault.keyOf(brandId, fanId)
                                .map(key -> key == null
                                        ? null
                                        : key.open(new SealedContact(null, null, null, last.birthDate()))
                                                .birthDate()));
    }
}
