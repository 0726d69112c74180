package io.parvis.reputation.mention.write.capture;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.eventing.edge.InvalidRequest;
import io.parvis.eventing.edge.Positions;
import io.parvis.reputation.mention.write.capture.LineAnswer.Status;
import io.parvis.reputation.mention.write.capture.LineIntake.Taken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * One stream under way, on its own event loop. Lines are taken in side by side, at most {@link #MAX_UNDER_WAY}, and
 * answered in their order; while that many are under way, or the caller does not read, nothing more is read.
 */
final class MentionIntake {

    private static final Logger LOG = Logger.getLogger(MentionIntake.class);
    static final int MAX_UNDER_WAY = 256;
    static final int MAX_LINE_BYTES = 1 << 20;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final LineIntake lines;
    private final Positions positions;
    private final ObjectMapper mapper;
    private final LineSplitter splitter = new LineSplitter(MAX_LINE_BYTES);
    private final ArrayDeque<Pending> underWay = new ArrayDeque<>();
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private long lastPosition;
    private boolean paused;
    private boolean allRead;
    private boolean over;

    private static final class Pending {
        private Taken taken;
    }

    MentionIntake(RoutingContext routing, LineIntake lines, Positions positions, ObjectMapper mapper) {
        this.request = routing.request();
        this.response = routing.response();
        this.lines = lines;
        this.positions = positions;
        this.mapper = mapper;
    }

    void begin() {
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, MentionStream.NDJSON);
        response.drainHandler(drained -> answerWhatIsReady());
        response.exceptionHandler(gone -> end());
        request.exceptionHandler(gone -> end());
        request.handler(this::read);
        request.endHandler(done -> {
            splitter.end();
            allRead = true;
            takeLines();
            answerWhatIsReady();
        });
        request.resume();
    }

    private void end() {
        // The caller has gone. What is under way is recorded or not as the store decides; sent again it is known.
        LOG.debug("A stream of mentions broke off");
        over = true;
    }

    private void read(Buffer bytes) {
        splitter.add(bytes);
        takeLines();
        if (!paused && (underWay.size() >= MAX_UNDER_WAY || response.writeQueueFull())) {
            paused = true;
            request.pause();
        }
    }

    private void takeLines() {
        while (!over && underWay.size() < MAX_UNDER_WAY) {
            var line = splitter.next();
            if (line == null) {
                return;
            }
            var pending = new Pending();
            underWay.add(pending);
            taken(line).subscribe().with(taken -> {
                pending.taken = taken;
                answerWhatIsReady();
            });
        }
    }

    private Uni<Taken> taken(LineSplitter.Line line) {
        return line.bytes() == null
                ? Uni.createFrom()
                        .item(() -> lines.rejected(
                                line.number(),
                                new InvalidRequest("", "must be a line of at most %d bytes".formatted(MAX_LINE_BYTES))))
                : lines.take(line.number(), line.bytes());
    }

    private void answerWhatIsReady() {
        if (over) {
            return;
        }
        var answers = Buffer.buffer();
        while (!underWay.isEmpty() && underWay.peek().taken != null && !response.writeQueueFull()) {
            var taken = underWay.poll().taken;
            counts.merge(taken.answer().status(), 1L, Long::sum);
            lastPosition = Math.max(lastPosition, taken.position());
            answers.appendString(MentionStream.line(mapper, taken.answer()));
        }
        if (answers.length() > 0) {
            response.write(answers);
        }
        takeLines();
        if (paused && underWay.size() < MAX_UNDER_WAY / 2 && !response.writeQueueFull()) {
            paused = false;
            request.resume();
        }
        if (allRead && underWay.isEmpty() && splitter.isEmpty()) {
            over = true;
            summarise();
        }
    }

    private void summarise() {
        var summary = new StreamSummary.Counts(
                counts.getOrDefault(Status.CREATED, 0L),
                counts.getOrDefault(Status.KNOWN, 0L),
                counts.getOrDefault(Status.REJECTED, 0L));
        var mark = lastPosition == 0 ? positions.markOfHead() : Uni.createFrom().item(positions.mark(lastPosition));
        mark.subscribe()
                .with(
                        position -> response.end(MentionStream.line(mapper, new StreamSummary(summary, position))),
                        unreachable -> response.end(MentionStream.line(mapper, new StreamSummary(summary, null))));
    }
}
