package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.value.Durations;
import io.parvis.edge.value.Times;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns parse errors into messages for callers; the parser's own would name our classes. */
final class JsonErrors {

    private static final Map<Class<?>, String> KINDS = Map.of(
            URI.class, "a URI",
            Instant.class, Times.INSTANT,
            LocalDate.class, Times.DATE,
            LocalDateTime.class, Times.LOCAL,
            LocalTime.class, "a time of day such as 09:30",
            Duration.class, Durations.DURATION,
            Period.class, "a period such as P3M",
            ZoneId.class, "a time zone such as Europe/Paris",
            String.class, "a text",
            Boolean.class, "true or false");

    private JsonErrors() {}

    static InvalidRequest told(JsonProcessingException failure, ObjectMapper mapper) {
        return switch (cause(failure)) {
            case StreamConstraintsException tooMuch -> new InvalidRequest("", ApiJson.LIMITS);
            case InputCoercionException range ->
                new InvalidRequest(pointer(range.getProcessor()), "must be a whole number that is not too large");
            case StreamReadException twice
            when twice.getOriginalMessage().startsWith("Duplicate field") ->
                new InvalidRequest(pointer(twice.getProcessor()), "is given twice");
            case BoundedLists.TooLong list ->
                new InvalidRequest(pointer(list), "must hold at most %,d elements".formatted(list.most()));
            case JsonMappingException mismatch -> new InvalidRequest(pointer(mismatch), detail(mismatch, mapper));
            case JsonProcessingException malformed ->
                new InvalidRequest("", "is not JSON " + place(malformed.getLocation()));
        };
    }

    /** What the parser met, where a mapping failed because of it. */
    private static JsonProcessingException cause(JsonProcessingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamReadException || cause instanceof StreamConstraintsException) {
                return (JsonProcessingException) cause;
            }
        }
        return failure;
    }

    static String place(@Nullable JsonLocation place) {
        return place == null ? "somewhere" : "at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    static String pointer(@Nullable JsonParser parser) {
        return parser == null ? "" : parser.getParsingContext().pathAsPointer().toString();
    }

    private static String pointer(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName())))
                .collect(Collectors.joining());
    }

    /** A name as it stands in a JSON pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String detail(JsonMappingException mismatch, ObjectMapper mapper) {
        return switch (mismatch) {
            case UnrecognizedPropertyException unknown -> "is not a field that we know";
            case ValueInstantiationException refused -> "is not valid";
            case MismatchedInputException wrong
            when wrong.getTargetType() != null -> "must be " + kind(wrong.getTargetType(), mapper);
            default -> "is not valid";
        };
    }

    private static String kind(Class<?> type, ObjectMapper mapper) {
        var known = KINDS.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return "one of " + String.join(", ", names(type, mapper));
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static List<String> names(Class<?> type, ObjectMapper mapper) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> mapper.convertValue(constant, String.class))
                .toList();
    }
}
