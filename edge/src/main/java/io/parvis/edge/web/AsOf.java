package io.parvis.edge.web;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.value.Times;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The time as of which a thing is asked for; a {@code @BeanParam}. */
public class AsOf {

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

    /** @throws InvalidRequest where the time is none */
    public Instant time() {
        if (asOf == null) {
            return Instant.MAX;
        }
        try {
            return Times.instant(asOf);
        } catch (DateTimeException invalid) {
            throw new InvalidRequest("parameter:asOf", "must be " + Times.INSTANT);
        }
    }
}
