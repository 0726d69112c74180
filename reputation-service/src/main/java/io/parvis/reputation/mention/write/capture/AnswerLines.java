package io.parvis.reputation.mention.write.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.eventing.projection.Positions;
import io.parvis.reputation.mention.write.capture.LineAnswer.Status;
import io.parvis.reputation.mention.write.capture.LineIntake.Taken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.EnumMap;
import java.util.Map;

/** The lines of a stream's answer, some at a time, and in the end what they add up to. */
final class AnswerLines {

    private static final int BYTES_AT_ONCE = 1 << 13;

    private final HttpServerResponse response;
    private final Positions positions;
    private final ObjectMapper mapper;
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private Buffer gathered = Buffer.buffer();
    private long lastPosition;

    AnswerLines(HttpServerResponse response, Positions positions, ObjectMapper mapper) {
        this.response = response;
        this.positions = positions;
        this.mapper = mapper;
    }

    /** Whether the caller reads too slowly for more. */
    boolean mustWait() {
        return response.writeQueueFull();
    }

    void add(Taken taken) {
        counts.merge(taken.answer().status(), 1L, Long::sum);
        lastPosition = Math.max(lastPosition, taken.position());
        gathered.appendString(line(taken.answer()));
        if (gathered.length() >= BYTES_AT_ONCE) {
            write();
        }
    }

    /** Whether there was anything to write. */
    boolean write() {
        if (gathered.length() == 0) {
            return false;
        }
        response.write(gathered);
        gathered = Buffer.buffer();
        return true;
    }

    Uni<Void> summarise() {
        var summary = new StreamSummary.Counts(
                counts.getOrDefault(Status.CREATED, 0L),
                counts.getOrDefault(Status.KNOWN, 0L),
                counts.getOrDefault(Status.REJECTED, 0L));
        var mark = lastPosition == 0 ? positions.markOfHead() : Uni.createFrom().item(positions.mark(lastPosition));
        return mark.onFailure()
                .recoverWithNull()
                .chain(position -> Uni.createFrom()
                        .completionStage(() -> response.end(line(new StreamSummary(summary, position)))
                                .toCompletionStage()));
    }

    private String line(Object answer) {
        try {
            return mapper.writeValueAsString(answer) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
