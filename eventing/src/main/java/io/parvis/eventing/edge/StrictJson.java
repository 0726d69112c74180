package io.parvis.eventing.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Reads JSON, or says what is wrong with it and where. */
@ApplicationScoped
public class StrictJson {

    /**
     * What PostgreSQL cannot keep, what is half a character, and numbers that are short to write and huge to hold. Only
     * text that may have one is looked at closely.
     */
    private static final Pattern SUSPECT = Pattern.compile("\\\\u(0000|[dD][89a-fA-F])|\0|\\d[eE][+-]?\\d{3}");

    private static final int MAX_EXPONENT = 300;

    private final ObjectMapper mapper;
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    StrictJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws InvalidRequest with a JSON pointer */
    public <T> T read(byte[] bytes, Type type) {
        var text = text(bytes);
        if (text.isBlank()) {
            throw new InvalidRequest("", "must be a JSON document; it is empty");
        }
        try (var parser = mapper.getFactory().createParser(text)) {
            if (SUSPECT.matcher(text).find()) {
                refuseWhatCannotBeKept(text);
            }
            T value = readers.computeIfAbsent(type, this::reader).readValue(parser);
            refuseMore(parser);
            if (value == null) {
                throw new InvalidRequest("", "must not be null");
            }
            return value;
        } catch (JsonProcessingException failure) {
            throw JsonFaults.told(failure, mapper);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ObjectReader reader(Type type) {
        return mapper.readerFor(mapper.constructType(type)).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
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

    private static void refuseMore(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new InvalidRequest(
                    "", "must be one JSON document; more follows " + JsonFaults.place(parser.currentTokenLocation()));
        }
    }

    private void refuseWhatCannotBeKept(String text) throws IOException {
        try (var parser = mapper.getFactory().createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    var value = parser.getText();
                    if (value.indexOf('\0') >= 0) {
                        throw new InvalidRequest(JsonFaults.pointer(parser), "must not hold a NUL character");
                    }
                    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
                        throw new InvalidRequest(JsonFaults.pointer(parser), "must not hold half a surrogate pair");
                    }
                } else if (token == JsonToken.VALUE_NUMBER_FLOAT && !isOfAHumanSize(parser.getText())) {
                    throw new InvalidRequest(
                            JsonFaults.pointer(parser),
                            "must be a number between 1e-%d and 1e%1$d".formatted(MAX_EXPONENT));
                }
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
