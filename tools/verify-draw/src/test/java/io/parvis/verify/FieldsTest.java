package io.parvis.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-04T10:00:00Z",
                "2026-07-04T10:00:00.5Z",
                "2026-07-04T10:00:00.123456789Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z"
            })
    void takesTimesOfRfc3339InUtc(String time) {
        assertThat(at(time).time("at")).isNotNull();
    }

    /** The same that the second verifier refuses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01T00:00:00Z",
                "10000-01-01T00:00:00Z",
                "0000-07-04T10:00:00Z",
                "-0001-07-04T10:00:00Z",
                "+2026-07-04T10:00:00Z",
                "2026-07-04T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-07-04T10:00Z",
                "2026-07-04T10:00:00.1234567890Z",
                "2026-07-04T10:00:00.Z",
                "2026-07-04t10:00:00Z",
                "2026-07-04T10:00:00+00:00",
                "2026-02-29T10:00:00Z",
                "\u0662\u0660\u0662\u0666-07-04T10:00:00Z"
            })
    void refusesATimeThatIsNone(String time) {
        assertThatThrownBy(() -> at(time).time("at"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("a time in UTC");
    }

    private static Fields at(String time) {
        return Fields.of(new JsonObject(new String[] {"at"}, new Object[] {time}), "test", "at");
    }
}
