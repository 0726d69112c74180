package io.parvis.engagement.fan.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param consents the purposes that the fan agrees to */
record Fan(
        String fanId,
        String country,
        List<String> consents,
        Instant registeredAt,

        @Schema(description = "Absent where the fan is none.") @Nullable
        Instant becameCustomerAt,

        @Schema(description = "Personal data: for admin, moderator and the partner that wrote it.") @Nullable
        String externalId,

        @Schema(description = "Personal data, as externalId.") @Nullable
        String handle,

        @Schema(description = "Personal data, as externalId.") @Nullable
        String email,

        @Schema(
                description = "Personal data, as externalId. True where the e-mail address is written in other letters"
                        + " than ASCII's and reads as if it were in them (Unicode confusables), such as one with a"
                        + " Cyrillic a; absent where it is not. It is a mailbox of its own.")
        @Nullable
        Boolean emailLookalike,

        @Schema(description = "Personal data, as externalId.") @Nullable
        LocalDate birthDate) {}
