package io.parvis.edge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.proofs.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/** What everybody may know and any cache may keep for a while. It is tagged with its own content. */
@ApplicationScoped
public class PublicAnswers {

    private static final int TAG_BYTES = 18;

    private final ObjectMapper mapper;

    PublicAnswers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @param freshFor how long nobody needs to ask again */
    public Response of(Object body, Duration freshFor) {
        try {
            return ofJson(mapper.writeValueAsBytes(body), freshFor);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same for what is JSON already. */
    public Response ofJson(byte[] json, Duration freshFor) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tag(json))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + freshFor.toSeconds())
                .build();
    }

    /**
     * JSON that is written while it is sent.
     *
     * @param tag of these very bytes
     */
    public Response streamed(String tag, StreamingOutput json, Duration freshFor) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, '"' + tag + '"')
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + freshFor.toSeconds())
                .build();
    }

    private static String tag(byte[] content) {
        return '"'
                + Base64.getUrlEncoder()
                        .encodeToString(Arrays.copyOf(Sha256.of(content).bytes(), TAG_BYTES))
                + '"';
    }
}
