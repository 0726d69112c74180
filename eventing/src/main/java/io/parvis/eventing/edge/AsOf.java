package io.parvis.eventing.edge;

import io.parvis.eventing.store.RecordedEvent;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The time as of which a thing is asked for; a {@code @BeanParam}. */
public class AsOf {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    @QueryParam("asOf")
    @Parameter(
            description =
                    "The state at that time (RFC 3339), by the time at which events were recorded; now where absent.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String asOf;

    /** False where the newest state is asked for. */
    public boolean isGiven() {
        return asOf != null;
    }

    /**
     * Whether an event was recorded by then.
     *
     * @throws InvalidRequest where the time is none
     */
    public boolean covers(RecordedEvent event) {
        return !event.recordedAt().isAfter(time());
    }

    /** @throws InvalidRequest where the time is none */
    public Instant time() {
        if (asOf == null) {
            return Instant.MAX;
        }
        try {
            var time = Instant.parse(asOf);
            if (!time.isBefore(FIRST) && time.isBefore(END)) {
                return time;
            }
        } catch (DateTimeParseException invalid) {
            // Told as any other that is none.
        }
        throw new InvalidRequest(
                "parameter:asOf", "must be a time such as 2026-07-04T10:00:00Z, in the years 1 to 9999");
    }
}
