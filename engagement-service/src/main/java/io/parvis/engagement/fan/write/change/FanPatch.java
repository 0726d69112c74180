package io.parvis.engagement.fan.write.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.parvis.edge.value.BirthDate;
import io.parvis.edge.value.CountryCode;
import io.parvis.edge.value.Key;
import io.parvis.engagement.fan.ContactField;
import io.parvis.engagement.fan.personal.Contact;
import io.parvis.engagement.fan.personal.Email;
import io.parvis.engagement.fan.personal.EmailAddress;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be changed: a field that is not there stays, one that is null goes (RFC 7396). */
@Schema(name = "FanPatch")
class FanPatch {

    // A fan has a country: it is changed and cannot be taken away.
    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Nullable
    @CountryCode
    String country;

    @Nullable
    @Schema(nullable = true)
    @Size(min = 1, max = 200)
    private String handle;

    @Nullable
    @Schema(nullable = true)
    @Size(max = EmailAddress.MAX_LENGTH)
    @Email
    private String email;

    @Nullable
    @Schema(nullable = true)
    @BirthDate
    private LocalDate birthDate;

    @Schema(hidden = true)
    private final Set<ContactField> removed = EnumSet.noneOf(ContactField.class);

    // Who reads it sees the setters alone.
    @JsonProperty
    @Key
    void setHandle(@Nullable String handle) {
        this.handle = handle;
        removeIf(handle == null, ContactField.HANDLE);
    }

    @JsonProperty
    @Key
    void setEmail(@Nullable String email) {
        this.email = email;
        removeIf(email == null, ContactField.EMAIL);
    }

    @JsonProperty
    void setBirthDate(@Nullable LocalDate birthDate) {
        this.birthDate = birthDate;
        removeIf(birthDate == null, ContactField.BIRTH_DATE);
    }

    private void removeIf(boolean isNull, ContactField field) {
        if (isNull) {
            removed.add(field);
        }
    }

    Contact changed() {
        return new Contact(null, handle, email, birthDate);
    }

    boolean mayReplaceEmail() {
        return email != null || removed.contains(ContactField.EMAIL);
    }

    Set<ContactField> removed() {
        return removed;
    }
}
