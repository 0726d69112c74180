package io.parvis.engagement.fan.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.id.FanId;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FanKeyTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    private static final Contact ANNE = new Contact("c-1", "@anné", "anne@example.org", LocalDate.of(1984, 2, 29));

    private final byte[] bytes = Sealing.randomBytes(32);
    private final FanKey key = new FanKey(bytes, BRAND, FAN);

    @Test
    void opensWhatItSealed() {
        assertThat(key.open(key.seal(ANNE))).isEqualTo(ANNE);
        assertThat(key.open(key.seal(Contact.NONE))).isEqualTo(Contact.NONE);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(key.seal(ANNE)).isNotEqualTo(key.seal(ANNE));
    }

    @Test
    void tellsNothingOfTheLengthOfShortTexts() {
        var shorter = key.seal(new Contact(null, "a", null, null));
        var longer = key.seal(new Contact(null, "a".repeat(31), null, null));

        assertThat(shorter.handle()).hasSameSizeAs(longer.handle());
    }

    @Test
    void opensNothingOfAnotherFanOrBrandOrField() {
        var sealed = key.seal(ANNE);

        assertThatThrownBy(() -> new FanKey(bytes, BRAND, new FanId("f2")).open(sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new FanKey(bytes, new BrandId("b2"), FAN).open(sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.open(new SealedContact(null, sealed.email(), null, null)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new FanKey(Sealing.randomBytes(32), BRAND, FAN).open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingThatWasChanged() {
        var changed = Base64.getDecoder().decode(key.seal(ANNE).email());
        changed[changed.length - 1] ^= 1;
        var sealed = new SealedContact(null, null, Base64.getEncoder().encodeToString(changed), null);

        assertThatThrownBy(() -> key.open(sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("anne");
    }
}
