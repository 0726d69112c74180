package io.parvis.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.nio.ByteBuffer;

/** The merged document as it is sent: the same bytes for all, however many are slow to take them. */
record MergedDocument(Buffer json, Buffer yaml) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    static MergedDocument of(ObjectNode document) {
        try {
            return new MergedDocument(
                    shared(JSON.writeValueAsBytes(document)), shared(YAML.writeValueAsBytes(document)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Outside the heap, for a socket would copy what is on it, once for each client. */
    private static Buffer shared(byte[] bytes) {
        var memory = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return BufferImpl.buffer(Unpooled.wrappedBuffer(memory.asReadOnlyBuffer()));
    }
}
