package io.parvis.engagement.fan.read;

import io.parvis.engagement.fan.event.FanRegistered;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "fan")
class FanView {

    @Id
    String fanId;

    String brandId;
    String country;
    String[] consents;
    Instant registeredAt;
    long position;
    long version;

    protected FanView() {}

    FanView(FanRegistered event, long position, Instant registeredAt) {
        this.fanId = event.fanId();
        this.brandId = event.brandId();
        this.country = event.country();
        this.consents = event.consents().stream()
                .filter(consent -> consent.granted())
                .map(consent -> consent.purpose().name().toLowerCase(java.util.Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        this.registeredAt = registeredAt;
        this.position = position;
        this.version = position;
    }

    Fan toFan() {
        return new Fan(fanId, country, java.util.List.of(consents), registeredAt);
    }
}
