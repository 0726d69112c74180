package io.parvis.edge.web;

import io.parvis.edge.json.OptionalBody;
import io.parvis.edge.json.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/** Request bodies, strictly; their bytes are remembered for the idempotency key. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
public class JsonBodyReader implements ServerMessageBodyReader<Object> {

    static final String MERGE_PATCH = "application/merge-patch+json";

    /** What it reads; other JSON is not taken at all. */
    static final Set<String> TYPES = Set.of(MediaType.APPLICATION_JSON, MERGE_PATCH);

    private final StrictJson json;
    private final RequestFacts facts;

    JsonBodyReader(StrictJson json, RequestFacts facts) {
        this.json = json;
        this.facts = facts;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return true;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        return read(genericType, context.getInputStream());
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(genericType, body);
    }

    private @Nullable Object read(Type type, InputStream body) throws IOException {
        var bytes = body.readAllBytes();
        facts.body(bytes);
        if (bytes.length == 0 && type instanceof Class<?> taken && taken.isAnnotationPresent(OptionalBody.class)) {
            return null;
        }
        return json.read(bytes, type);
    }
}
