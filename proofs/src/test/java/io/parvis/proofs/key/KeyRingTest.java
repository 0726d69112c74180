package io.parvis.proofs.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final String A = secret("the first secret, of thirty-two bytes or more");
    private static final String B = secret("the second secret, as long as the first one is");

    @Test
    void usesTheFirstKeyAndKnowsTheOthers() {
        var ring = ring("b:" + B + ",a:" + A);

        assertThat(ring.inUse().id()).isEqualTo("b");
        assertThat(ring.find("a")).isPresent();
        assertThat(ring.keysThatMade(null)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b:%2$s,a:%1$s", " b:%2$s , a:%1$s ", "b:%2$s\na:%1$s\n"})
    void isSeparatedByCommasOrLines(String form) {
        assertThat(ring(form.formatted(A, B)).keys())
                .extracting(KeyRing.Named::id)
                .containsExactly("b", "a");
    }

    @Test
    void makesAnIdOfAKeyThatHasNone() {
        assertThat(ring(A).inUse().id())
                .matches("[0-9a-f]{8}")
                .isEqualTo(ring("a:" + A).inUse().ownId());
    }

    @Test
    void knowsAKeyThatWasGivenAnIdByTheOneThatItHadBefore() {
        var before = ring(A).inUse().id();

        assertThat(ring("b:" + B + ",a:" + A).find(before))
                .hasValueSatisfying(key -> assertThat(key.id()).isEqualTo("a"));
    }

    @Test
    void findsTextsThatWereHiddenBeforeTheKeyWasGivenAnId() {
        var before = HmacKeys.of(HmacKeys.ring("ring", A)).inUse().hash("text");

        assertThat(HmacKeys.of(HmacKeys.ring("ring", "a:" + A)).keys())
                .extracting(key -> key.hash("text"))
                .contains(before)
                .first()
                .asString()
                .startsWith("a.");
    }

    @Test
    void isTheSameInOneSettingOrInTwo() {
        assertThat(HmacKeys.of(HmacKeys.ring("ring", B, Optional.of(List.of(A))))
                        .keys())
                .extracting(HmacKey::id)
                .isEqualTo(HmacKeys.of(HmacKeys.ring("ring", B + "," + A)).keys().stream()
                        .map(HmacKey::id)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:%1$s,a:%2$s", "%1$s,%1$s", "a:%1$s,b:%1$s", "a:%1$s,%1$s"})
    void refusesTwoKeysOfOneId(String form) {
        assertThatThrownBy(() -> ring(form.formatted(A, B)))
                .hasMessageContaining("parvis.some-key")
                .hasMessageContaining("give each key an id of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {":%s", "a b:%s", "é:%s", "a.b:%s", "a:b:%s", "0123456789012345678901234567890123:%s"})
    void refusesWhatIsNoId(String form) {
        assertThatThrownBy(() -> ring(form.formatted(A))).hasMessageContaining("parvis.some-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:", "a", "a:c2hvcnQ=", "a:?", "%s,", ",%s", "a:%s,,"})
    void refusesWhatIsNoKey(String form) {
        assertThatThrownBy(() -> ring(form.formatted(A)))
                .hasMessageContaining("parvis.some-key needs keys of at least 32 bytes in base64");
    }

    @Test
    void saysWhatToDoWhereAKeyIsMissing() {
        assertThatThrownBy(() -> ring("b:" + B).keysThatMade("a"))
                .hasMessage("parvis.some-key lacks the key a: put it back as a:base64, behind the key in use");
    }

    @Test
    void saysNothingOfItsKeys() {
        assertThatThrownBy(() -> ring("a:" + A + ",a:" + B)).hasMessageNotContaining(A);
        assertThat(ring("a:" + A).inUse().toString()).doesNotContain(A);
    }

    private static KeyRing<HmacKey> ring(String configured) {
        return HmacKeys.ring("parvis.some-key", configured);
    }

    private static String secret(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
