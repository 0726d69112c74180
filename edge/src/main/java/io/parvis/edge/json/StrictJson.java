package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.parvis.edge.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Reads JSON and holds it to what its type declares, or says what is wrong with it and where. */
@ApplicationScoped
public class StrictJson {

    /** Some editors begin every file with it; whoever reads JSON may ignore it (RFC 8259, 8.1). */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ObjectMapper mapper;
    private final BodyValidation validation;
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    StrictJson(ObjectMapper mapper, BodyValidation validation) {
        this.mapper = mapper;
        this.validation = validation;
    }

    /** @throws InvalidRequest with JSON pointers, at most {@link InvalidRequest#MOST_ERRORS} */
    public <T> T read(byte[] bytes, Type type) {
        T value = parsed(bytes, type, reader -> reader);
        if (!(value instanceof JsonNode)) {
            validation.check(value);
        }
        return value;
    }

    /**
     * A document in which some members were changed: these are judged, the others taken as they are.
     *
     * @throws InvalidRequest as {@link #read} does
     */
    <T> T changed(T before, byte[] merged, Class<T> type, PatchedMembers sent) {
        T after = parsed(merged, type, sent::validating);
        validation.checkSent(before, after, sent);
        return after;
    }

    private <T> T parsed(byte[] bytes, Type type, UnaryOperator<ObjectReader> settings) {
        var text = text(bytes);
        if (text.isBlank()) {
            throw new InvalidRequest("", "must be a JSON document; it is empty");
        }
        try (var parser = mapper.getFactory().createParser(text)) {
            if (UnstorableJson.mayBeIn(bytes)) {
                UnstorableJson.refuse(mapper.getFactory(), text);
            }
            var errors = new TextErrors();
            T value = errors.collecting(settings.apply(readers.computeIfAbsent(type, this::reader)))
                    .readValue(parser);
            refuseMore(parser);
            errors.throwIfAny();
            if (value == null) {
                throw new InvalidRequest("", "must not be null");
            }
            return value;
        } catch (JsonProcessingException failure) {
            throw JsonErrors.told(failure, mapper);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ObjectReader reader(Type type) {
        return mapper.readerFor(mapper.constructType(type)).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException invalid) {
            throw new InvalidRequest("", "must be UTF-8");
        }
    }

    private static void refuseMore(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new InvalidRequest(
                    "", "must be one JSON document; more follows " + JsonErrors.place(parser.currentTokenLocation()));
        }
    }
}
