package io.parvis.engagement.fan;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.fan.event.FanConsentsChanged;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changing a fan asks of it: never what its contact data is, only which there is.
 *
 * @param registeredBy the principal that wrote it
 * @param known the fields of contact data that have a content
 */
public record FanState(
        FanLife life,
        @Nullable String registeredBy,
        @Nullable String externalIndex,
        @Nullable String emailIndex,
        Set<ContactField> known,
        List<Consent> consents) {

    public static final FanState UNKNOWN = new FanState(FanLife.UNKNOWN, null, null, null, Set.of(), List.of());

    /** Events that do not concern it are passed over; all must be of one fan. */
    public FanState evolve(Object event) {
        return switch (event) {
            case FanRegistered fan ->
                new FanState(
                        life.evolve(fan),
                        fan.registeredBy(),
                        fan.externalIndex(),
                        fan.emailIndex(),
                        fan.contact() == null ? Set.of() : fieldsOf(fan.contact()),
                        fan.consents());
            case FanContactChanged contact -> {
                var fields = EnumSet.noneOf(ContactField.class);
                fields.addAll(known);
                fields.removeAll(contact.removed());
                fields.addAll(fieldsOf(contact.changed()));
                var email = contact.emailIndex() != null
                        ? contact.emailIndex()
                        : contact.removed().contains(ContactField.EMAIL) ? null : emailIndex;
                yield new FanState(life, registeredBy, externalIndex, email, fields, consents);
            }
            case FanConsentsChanged said ->
                new FanState(life, registeredBy, externalIndex, emailIndex, known, said.consents());
            case FanErased gone -> new FanState(life.evolve(gone), registeredBy, null, null, Set.of(), List.of());
            default -> new FanState(life.evolve(event), registeredBy, externalIndex, emailIndex, known, consents);
        };
    }

    /** Whose event it is. */
    public static FanId fanIdOf(Object event) {
        return switch (event) {
            case FanRegistered fan -> fan.fanId();
            case FanCountryChanged moved -> moved.fanId();
            case FanContactChanged contact -> contact.fanId();
            case FanConsentsChanged said -> said.fanId();
            case FanBecameCustomer customer -> customer.fanId();
            case FanErased gone -> gone.fanId();
            default -> throw new IllegalArgumentException("Not of a fan: " + event.getClass());
        };
    }

    private static Set<ContactField> fieldsOf(SealedContact contact) {
        var fields = EnumSet.noneOf(ContactField.class);
        if (contact.handle() != null) {
            fields.add(ContactField.HANDLE);
        }
        if (contact.email() != null) {
            fields.add(ContactField.EMAIL);
        }
        if (contact.birthDate() != null) {
            fields.add(ContactField.BIRTH_DATE);
        }
        return fields;
    }

    /** The entries of the blind index that are the fan's. */
    public List<String> indexes() {
        return Stream.of(externalIndex, emailIndex)
                .filter(index -> index != null)
                .toList();
    }

    /**
     * Lets only a fan pass that is there, and the caller's to change.
     *
     * @param onlyOf the writer whose fans they must be; null for any
     * @throws NotFound otherwise
     */
    public void mustBeFanOf(BrandId brandId, @Nullable String onlyOf) {
        FanGuard.mustBeFanOf(brandId, life);
        if (onlyOf != null && !onlyOf.equals(registeredBy)) {
            throw new NotFound("fan");
        }
    }
}
