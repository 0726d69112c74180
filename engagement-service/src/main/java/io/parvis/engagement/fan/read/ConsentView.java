package io.parvis.engagement.fan.read;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that a fan said. */
@Entity
@Table(name = "fan_consent")
class ConsentView {

    @Id
    String consentId;

    String fanId;
    String purpose;
    boolean granted;

    @Nullable
    String wording;

    Instant recordedAt;
    long position;

    protected ConsentView() {}

    ConsentView(
            String fanId,
            String purpose,
            boolean granted,
            @Nullable String wording,
            Instant recordedAt,
            long position,
            int place) {
        this.consentId = "%d/%d".formatted(position, place);
        this.fanId = fanId;
        this.purpose = purpose;
        this.granted = granted;
        this.wording = wording;
        this.recordedAt = recordedAt;
        this.position = position;
    }

    ConsentJson toJson() {
        return new ConsentJson(purpose, granted, wording, recordedAt);
    }

    /** @param wording absent where a purpose was withdrawn by no longer being named */
    @Schema(name = "FanConsent")
    record ConsentJson(
            String purpose, boolean granted, @Nullable String wording, Instant recordedAt) {}
}
