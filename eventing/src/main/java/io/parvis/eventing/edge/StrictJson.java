package io.parvis.eventing.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads JSON, or says what is wrong with it and where. */
@ApplicationScoped
public class StrictJson {

    /** What PostgreSQL cannot keep, and what is half a character. Only text that may hold one is looked at closely. */
    private static final Pattern SUSPECT = Pattern.compile("\\\\u(0000|[dD][89a-fA-F])|\0");

    private final ObjectMapper mapper;

    StrictJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws InvalidRequest with a JSON pointer */
    public <T> T read(byte[] bytes, Type type) {
        var text = text(bytes);
        if (text.isBlank()) {
            throw new InvalidRequest("", "must be a JSON document; it is empty");
        }
        try {
            if (SUSPECT.matcher(text).find()) {
                refuseWhatCannotBeKept(text);
            }
            T value = mapper.readValue(text, mapper.constructType(type));
            if (value == null) {
                throw new InvalidRequest("", "must not be null");
            }
            return value;
        } catch (JsonMappingException mismatch) {
            throw new InvalidRequest(pointer(mismatch), detail(mismatch));
        } catch (JsonProcessingException malformed) {
            var place = malformed.getLocation();
            throw new InvalidRequest(
                    "",
                    "is not JSON that we take, at line %d, column %d: %s"
                            .formatted(place.getLineNr(), place.getColumnNr(), firstLine(malformed)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw new InvalidRequest("", "must be UTF-8");
        }
    }

    private void refuseWhatCannotBeKept(String text) throws IOException {
        try (var parser = mapper.getFactory().createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    var value = parser.getText();
                    var pointer = parser.getParsingContext().pathAsPointer().toString();
                    if (value.indexOf('\0') >= 0) {
                        throw new InvalidRequest(pointer, "must not hold a NUL character");
                    }
                    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
                        throw new InvalidRequest(pointer, "must not hold half a surrogate pair");
                    }
                }
            }
        }
    }

    private static String pointer(JsonMappingException mismatch) {
        var pointer = new StringBuilder();
        for (var step : mismatch.getPath()) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }

    private static String detail(JsonMappingException mismatch) {
        return switch (mismatch) {
            case UnrecognizedPropertyException unknown -> "is not a field that we know";
            case InvalidFormatException wrong
            when wrong.getTargetType().isEnum() -> "must be one of " + String.join(", ", names(wrong.getTargetType()));
            case MismatchedInputException wrong
            when wrong.getTargetType() != null -> "must be " + kind(wrong.getTargetType());
            default -> firstLine(mismatch);
        };
    }

    private static Iterable<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static String kind(Class<?> type) {
        if (type == String.class || type == java.net.URI.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (java.util.Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        if (java.time.temporal.TemporalAccessor.class.isAssignableFrom(type)) {
            return "a time such as 2026-07-04T10:00:00Z";
        }
        return "an object";
    }

    /** The parser's own words, without its types and sources. */
    private static String firstLine(JsonProcessingException failure) {
        return failure.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("malformed")
                .replaceAll("\\(.*", "")
                .strip();
    }
}
