package io.parvis.engagement.fan.personal;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.id.FanId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One fan's key: seals and opens that fan's data and nobody else's. */
public final class FanKey {

    /** Texts are filled up to a multiple of it, so that a sealed one tells little of its length. */
    private static final int BLOCK = 32;

    private final byte[] key;
    private final BrandId brandId;
    private final FanId fanId;

    FanKey(byte[] key, BrandId brandId, FanId fanId) {
        this.key = key;
        this.brandId = brandId;
        this.fanId = fanId;
    }

    public SealedContact seal(Contact contact) {
        return new SealedContact(
                seal("externalId", contact.externalId()),
                seal("handle", contact.handle()),
                seal("email", contact.email()),
                seal(
                        "birthDate",
                        contact.birthDate() == null ? null : contact.birthDate().toString()));
    }

    /** @throws IllegalStateException where it was sealed under another key */
    public Contact open(SealedContact sealed) {
        var birthDate = open("birthDate", sealed.birthDate());
        return new Contact(
                open("externalId", sealed.externalId()),
                open("handle", sealed.handle()),
                open("email", sealed.email()),
                birthDate == null ? null : LocalDate.parse(birthDate));
    }

    private @Nullable String seal(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(bytes, (bytes.length / BLOCK + 1) * BLOCK);
        return Base64.getEncoder().encodeToString(Sealing.seal(key, padded, field, brandId.value(), fanId.value()));
    }

    private @Nullable String open(String field, @Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        var padded = Sealing.open(key, Base64.getDecoder().decode(sealed), field, brandId.value(), fanId.value());
        int length = padded.length;
        // No text of ours holds a NUL: requests that bring one are refused.
        while (length > 0 && padded[length - 1] == 0) {
            length--;
        }
        return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(padded, 0, length)).toString();
    }
}
