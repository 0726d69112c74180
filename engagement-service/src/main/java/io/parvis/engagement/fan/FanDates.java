package io.parvis.engagement.fan;

import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.fan.personal.FanVault;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Boundary.Criterion;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * When a fan was born, for rules that ask for an age. It is read from the log and not from a view, so that it is known
 * from the moment at which it was recorded. It costs two round trips: ask only where a rule needs it.
 */
@ApplicationScoped
public class FanDates {

    private final PostgresEventStorageEngine log;
    private final EventConverter converter;
    private final FanVault vault;

    FanDates(PostgresEventStorageEngine log, EventConverter converter, FanVault vault) {
        this.log = log;
        this.converter = converter;
        this.vault = vault;
    }

    private record Sealed(@Nullable String birthDate) {}

    /** @return null where nobody said, and where the fan is unknown, another brand's or erased */
    public Uni<@Nullable LocalDate> birthDate(String brandId, String fanId) {
        var contact =
                Criterion.tagged(Tag.of("fan", fanId), FanRegistered.class, FanContactChanged.class, FanErased.class);
        var condition = SourcingCondition.conditionFor(Boundary.reading(contact).criteria());
        return Uni.createFrom()
                .completionStage(() -> log.source(condition, null)
                        .reduce(new Sealed(null), (known, entry) -> evolve(known, entry.message(), brandId)))
                .chain(last -> last.birthDate() == null
                        ? Uni.createFrom().nullItem()
                        : vault.keyOf(brandId, fanId)
                                .map(key -> key == null
                                        ? null
                                        : key.open(new SealedContact(null, null, null, last.birthDate()))
                                                .birthDate()));
    }

    private Sealed evolve(Sealed known, EventMessage event, String brandId) {
        return switch (event.type().qualifiedName().localName()) {
            case "FanRegistered" -> {
                var fan = event.payloadAs(FanRegistered.class, converter);
                yield new Sealed(
                        fan.contact() == null || !fan.brandId().equals(brandId)
                                ? null
                                : fan.contact().birthDate());
            }
            case "FanContactChanged" -> {
                var contact = event.payloadAs(FanContactChanged.class, converter);
                yield contact.changed().birthDate() != null
                        ? new Sealed(contact.changed().birthDate())
                        : contact.removed().contains(ContactField.BIRTH_DATE) ? new Sealed(null) : known;
            }
            case "FanErased" -> new Sealed(null);
            default -> known;
        };
    }
}
