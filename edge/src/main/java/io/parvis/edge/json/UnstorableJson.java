package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.parvis.edge.problem.InvalidRequest;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Refuses what PostgreSQL cannot store, unpaired surrogates, and numbers with huge exponents. Only a document that
 * may have one is parsed for it.
 */
final class UnstorableJson {

    private static final int MAX_EXPONENT = 300;

    /** An exponent of fewer digits is harmless. */
    private static final int DIGITS_OF_A_LARGE_EXPONENT = 3;

    private UnstorableJson() {}

    /** Whether a NUL, an escaped NUL or surrogate, or a large exponent stands anywhere; it may stand in a mere text. */
    static boolean mayBeIn(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case 0 -> {
                    return true;
                }
                case '\\' -> {
                    if (isUnkeepableEscape(json, i + 1)) {
                        return true;
                    }
                    i++;
                }
                case 'e', 'E' -> {
                    if (i > 0 && isDigit(json, i - 1) && isLargeExponent(json, i + 1)) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isUnkeepableEscape(byte[] json, int at) {
        return at + 4 < json.length
                && json[at] == 'u'
                && (json[at + 1] == 'd'
                        || json[at + 1] == 'D'
                        || json[at + 1] == '0' && json[at + 2] == '0' && json[at + 3] == '0' && json[at + 4] == '0');
    }

    private static boolean isLargeExponent(byte[] json, int at) {
        int digits = at < json.length && (json[at] == '+' || json[at] == '-') ? at + 1 : at;
        for (int i = 0; i < DIGITS_OF_A_LARGE_EXPONENT; i++) {
            if (!isDigit(json, digits + i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte[] json, int at) {
        return at < json.length && json[at] >= '0' && json[at] <= '9';
    }

    /** @throws InvalidRequest where there is one indeed */
    static void refuse(JsonFactory factory, String json) throws IOException {
        try (var parser = factory.createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    refuseText(parser, parser.getText());
                } else if (token == JsonToken.VALUE_NUMBER_FLOAT && !isOfAHumanSize(parser.getText())) {
                    throw new InvalidRequest(
                            JsonErrors.pointer(parser),
                            "must be a number between 1e-%d and 1e%1$d".formatted(MAX_EXPONENT));
                }
            }
        }
    }

    private static void refuseText(JsonParser parser, String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == 0) {
                throw new InvalidRequest(JsonErrors.pointer(parser), "must not hold a NUL character");
            }
            if (Character.isSurrogate(next)) {
                if (!Character.isHighSurrogate(next)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new InvalidRequest(JsonErrors.pointer(parser), "must not hold half a surrogate pair");
                }
                i++;
            }
        }
    }

    private static boolean isOfAHumanSize(String number) {
        try {
            return Math.abs((long) new BigDecimal(number).scale()) <= MAX_EXPONENT;
        } catch (NumberFormatException beyondAnything) {
            return false;
        }
    }
}
