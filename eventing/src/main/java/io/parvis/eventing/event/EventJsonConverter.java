package io.parvis.eventing.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.annotation.Nonnull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Between an event's record and the JSON of the log. There is one step to take, so nothing is looked for: Axon's
 * general converter searches for a way between types at every call.
 */
public final class EventJsonConverter implements Converter {

    private final ClassValue<ObjectReader> readers = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return EventJson.mapper().readerFor(type);
        }
    };
    private final ClassValue<ObjectWriter> writers = new ClassValue<>() {
        @Override
        protected ObjectWriter computeValue(Class<?> type) {
            return EventJson.mapper().writerFor(type);
        }
    };

    @Override
    public boolean canConvert(@Nonnull Type sourceType, @Nonnull Type targetType) {
        return targetType instanceof Class<?> target
                && (sourceType == byte[].class
                        || target == byte[].class
                        || (sourceType instanceof Class<?> source && target.isAssignableFrom(source)));
    }

    /** @throws UncheckedIOException where the JSON is not of that type */
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T convert(@Nullable Object input, @Nonnull Type targetType) {
        if (input == null || ((Class<?>) targetType).isInstance(input)) {
            return (T) input;
        }
        try {
            if (targetType == byte[].class) {
                return (T) writers.get(input.getClass()).writeValueAsBytes(input);
            }
            if (input instanceof byte[] json) {
                return readers.get((Class<?>) targetType).readValue(json);
            }
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(targetType + " and its JSON do not fit", broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        throw new IllegalArgumentException("No way from " + input.getClass() + " to " + targetType);
    }

    @Override
    public void describeTo(@Nonnull ComponentDescriptor descriptor) {
        descriptor.describeProperty("mapper", EventJson.mapper());
    }
}
