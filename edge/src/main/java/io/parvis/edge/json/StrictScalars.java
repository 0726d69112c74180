package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.parvis.edge.value.Durations;
import io.parvis.edge.value.TextKind;
import io.parvis.edge.value.TimeZoneId;
import io.parvis.edge.value.Times;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that Jackson would also take in other forms: a time as a number or an array, a number as the text "NaN". */
final class StrictScalars extends SimpleModule {

    private static final long serialVersionUID = 1;

    StrictScalars() {
        text(Instant.class, Times::instant, Instant::parse);
        text(LocalDate.class, Times::date, LocalDate::parse);
        text(LocalDateTime.class, Times::local, LocalDateTime::parse);
        text(LocalTime.class, LocalTime::parse, LocalTime::parse);
        text(Duration.class, Durations::parse, Duration::parse);
        text(Period.class, Period::parse, Period::parse);
        text(ZoneId.class, TimeZoneId.Validator::zone, ZoneId::of);
        text(URI.class, URI::create, URI::create);
        addDeserializer(Double.class, new FiniteNumber(Double.class));
        addDeserializer(double.class, new FiniteNumber(double.class));
        addDeserializer(Integer.class, WholeNumber.ofInt(Integer.class));
        addDeserializer(int.class, WholeNumber.ofInt(int.class));
        addDeserializer(Long.class, WholeNumber.ofLong(Long.class));
        addDeserializer(long.class, WholeNumber.ofLong(long.class));
        addDeserializer(String.class, new StrictText(TextKind.LINE));
        addSerializer(Duration.class, new DurationText());
    }

    /** @param recorded how it is read where nobody sends it: as it once was taken */
    private <T> void text(Class<T> type, Function<String, T> parse, Function<String, T> recorded) {
        addDeserializer(type, new Text<>(type, parse, recorded));
    }

    private static final class DurationText extends StdScalarSerializer<Duration> {

        private static final long serialVersionUID = 1;

        DurationText() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration duration, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Durations.text(duration));
        }
    }

    private static final class Text<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;
        private final transient Function<String, T> parse;
        private final transient Function<String, T> recorded;

        Text(Class<T> type, Function<String, T> parse, Function<String, T> recorded) {
            super(type);
            this.parse = parse;
            this.recorded = recorded;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return (PatchedMembers.isUnchanged(context, parser) ? recorded : parse).apply(parser.getText());
            } catch (DateTimeException | IllegalArgumentException other) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "not of this kind");
            }
        }
    }

    private static final class FiniteNumber extends StdScalarDeserializer<Double> {

        private static final long serialVersionUID = 1;

        FiniteNumber(Class<?> type) {
            super(type);
        }

        @Override
        public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.currentToken().isNumeric()
                    ? (Double) parser.getDoubleValue()
                    : (Double) context.handleUnexpectedToken(handledType(), parser);
        }

        @Override
        public @Nullable Double getNullValue(DeserializationContext context)
                throws com.fasterxml.jackson.databind.JsonMappingException {
            return handledType().isPrimitive()
                    ? context.reportInputMismatch(handledType(), "a number is missing")
                    : null;
        }
    }
}
