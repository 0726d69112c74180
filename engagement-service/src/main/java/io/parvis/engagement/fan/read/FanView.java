package io.parvis.engagement.fan.read;

import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.ContactField;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.fan.personal.Contact;
import io.parvis.engagement.fan.personal.EmailAddress;
import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "fan_profile")
class FanView extends VersionedView {

    @Id
    String fanId;

    String brandId;
    String country;
    String[] consents;
    Instant registeredAt;

    @Nullable
    String registeredBy;

    @Nullable
    Instant becameCustomerAt;

    @Nullable
    String sealedExternalId;

    @Nullable
    String sealedHandle;

    @Nullable
    String sealedEmail;

    @Nullable
    String sealedBirthDate;

    long position;

    protected FanView() {}

    FanView(FanRegistered event, @Nullable String registeredBy, long position, Instant registeredAt) {
        super(position);
        this.fanId = event.fanId().value();
        this.brandId = event.brandId().value();
        this.country = event.country();
        this.registeredAt = registeredAt;
        this.registeredBy = registeredBy;
        if (event.contact() != null) {
            this.sealedExternalId = event.contact().externalId();
            take(event.contact());
        }
        this.position = position;
        agree(event.consents());
    }

    final void agree(List<Consent> said) {
        consents = said.stream()
                .filter(Consent::granted)
                .map(consent -> consent.purpose().text())
                .distinct()
                .toArray(String[]::new);
    }

    void change(FanContactChanged event) {
        for (var field : event.removed()) {
            switch (field) {
                case ContactField.HANDLE -> sealedHandle = null;
                case ContactField.EMAIL -> sealedEmail = null;
                case ContactField.BIRTH_DATE -> sealedBirthDate = null;
            }
        }
        take(event.changed());
    }

    private void take(SealedContact contact) {
        sealedHandle = contact.handle() == null ? sealedHandle : contact.handle();
        sealedEmail = contact.email() == null ? sealedEmail : contact.email();
        sealedBirthDate = contact.birthDate() == null ? sealedBirthDate : contact.birthDate();
    }

    SealedContact sealed() {
        return new SealedContact(sealedExternalId, sealedHandle, sealedEmail, sealedBirthDate);
    }

    Fan toFan(Contact contact) {
        return new Fan(
                fanId,
                country,
                List.of(consents),
                registeredAt,
                becameCustomerAt,
                contact.externalId(),
                contact.handle(),
                contact.email(),
                contact.email() != null && EmailAddress.isLookalike(contact.email()) ? true : null,
                contact.birthDate());
    }
}
