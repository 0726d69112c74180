package io.parvis.engagement.fan.personal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What names or reaches a person, in clear. It is held while a request is answered and written nowhere.
 *
 * @param externalId the partner's own id for the person
 */
public record Contact(
        @Nullable String externalId,
        @Nullable String handle,
        @Nullable String email,
        @Nullable LocalDate birthDate) {

    public static final Contact NONE = new Contact(null, null, null, null);

    public boolean isEmpty() {
        return equals(NONE);
    }

    @Override
    public String toString() {
        return "Contact";
    }
}
