package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A number without a fraction, however it is written: 100, 100.0 and 1e2 are one integer (JSON Schema). */
final class WholeNumber<T extends Number> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1;

    private final long min;
    private final long max;
    private final transient LongFunction<T> as;

    private WholeNumber(Class<T> type, long min, long max, LongFunction<T> as) {
        super(type);
        this.min = min;
        this.max = max;
        this.as = as;
    }

    static WholeNumber<Integer> ofInt(Class<Integer> type) {
        return new WholeNumber<>(type, Integer.MIN_VALUE, Integer.MAX_VALUE, number -> (int) number);
    }

    static WholeNumber<Long> ofLong(Class<Long> type) {
        return new WholeNumber<>(type, Long.MIN_VALUE, Long.MAX_VALUE, number -> number);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> within(parser.getLongValue(), parser);
            case VALUE_NUMBER_FLOAT -> {
                var number = parser.getDecimalValue();
                yield isWhole(number)
                        ? within(exact(number, parser), parser)
                        : (T) context.handleUnexpectedToken(handledType(), parser);
            }
            default -> (T) context.handleUnexpectedToken(handledType(), parser);
        };
    }

    /** Exponents are bounded before anything is read. */
    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private long exact(BigDecimal number, JsonParser parser) throws IOException {
        try {
            return number.longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw tooLarge(parser);
        }
    }

    private T within(long number, JsonParser parser) throws IOException {
        if (number < min || number > max) {
            throw tooLarge(parser);
        }
        return as.apply(number);
    }

    private InputCoercionException tooLarge(JsonParser parser) {
        return new InputCoercionException(parser, "too large", JsonToken.VALUE_NUMBER_INT, handledType());
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
        return handledType().isPrimitive()
                ? context.reportInputMismatch(handledType(), "a whole number is missing")
                : null;
    }
}
