package io.parvis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalWriterTest {

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void writesTheNumbersOfTheRfc(String bits, String expected) {
        assertThat(CanonicalWriter.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(expected);
    }

    /** RFC 8785, 3.2.2 and 3.2.3. */
    @Test
    void writesTheSamplesOfTheRfc() {
        assertThat(canonical("""
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }"""))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(canonical("""
                {"\\u20ac": 5, "\\r": 1, "\\ufb33": 7, "1": 2, "\\ud83d\\ude00": 6, "\\u0080": 3, "\\u00f6": 4}""")).containsSubsequence(":1", ":2", ":3", ":4", ":5", ":6", ":7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "-0",
                "1e3",
                "9007199254740993",
                " 1",
                "1\n",
                "{\"b\":1,\"a\":2}",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"\\u000A\"",
                "[1, 2]",
                "\"\\ud800\"",
            })
    void noticesWhatIsNotCanonical(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        var comparing = new ComparingOutputStream(bytes);
        CanonicalWriter.write(JsonParser.parse(bytes), comparing);

        assertThat(comparing.isSame()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9007199254740991", "9007199254740992", "1e+21", "\"\\u001f\\b\u007f\"", "{}", "[[],{\"\":null}]"
            })
    void takesWhatIs(String json) {
        assertThat(canonical(json)).isEqualTo(json);
    }

    private static String canonical(String json) {
        return new String(
                CanonicalWriter.bytes(JsonParser.parse(json.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8);
    }
}
