package io.parvis.reputation.mention.write.capture;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.reputation.mention.write.capture.IntakeMemoryLimit.Share;
import io.parvis.reputation.mention.write.capture.LineIntake.Taken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One stream under way, on its own event loop. Lines are taken in side by side and answered in their order; while as
 * much is under way as may be, or the caller does not read, nothing more is read.
 *
 * <p>All of it is done by {@link #goOn()}, step by step: what happens meanwhile, be it at once, only leaves a trace for
 * the next step. So no number of lines makes a deep stack, and after a few milliseconds it is others' turn.
 */
// Over 200 lines: the states of one stream: each step looks at all of them.
final class MentionIntake {

    static final int MAX_LINE_BYTES = 1 << 20;
    static final int MAX_BYTES_UNDER_WAY = 2 * MAX_LINE_BYTES;
    static final int MAX_LINES_UNDER_WAY = 256;

    /** What a line costs beside its bytes. */
    private static final int LINE_COST = 1 << 10;

    private static final long TURN_NANOS = Duration.ofMillis(5).toNanos();
    private static final Logger LOG = Logger.getLogger(MentionIntake.class);

    private static final class Pending {
        private @Nullable Taken taken;
    }

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final LineIntake lines;
    private final AnswerLines answers;
    private final Context eventLoop;
    private final Share share;
    private final LineSplitter splitter = new LineSplitter(MAX_LINE_BYTES);
    private final ArrayDeque<Pending> underWay = new ArrayDeque<>();
    private LineSplitter.@Nullable Line next;
    private int bytesUnderWay;
    private boolean asked;
    private boolean allRead;
    private boolean going;
    private boolean moved;
    private boolean over;
    private long idleTimer;

    /** @throws io.parvis.edge.problem.Unavailable where too many streams are under way */
    MentionIntake(
            HttpServerRequest request, LineIntake lines, AnswerLines answers, Context loop, IntakeMemoryLimit memory) {
        this.request = request;
        this.response = request.response();
        this.lines = lines;
        this.answers = answers;
        this.eventLoop = loop;
        this.share = memory.open(this::later);
    }

    void begin(Duration idleTimeout) {
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, MentionStream.NDJSON);
        response.drainHandler(drained -> goOn());
        response.exceptionHandler(broken -> breakOff());
        response.closeHandler(gone -> breakOff());
        request.exceptionHandler(broken -> breakOff());
        // Said once more, or Quarkus takes a handler for a wish to read on without an end.
        request.pause();
        request.handler(bytes -> {
            asked = false;
            moved = true;
            // What was on its way when the stream broke off comes all the same.
            if (!over) {
                splitter.add(bytes.getBytes());
                goOn();
            }
        });
        request.endHandler(end -> {
            asked = false;
            allRead = true;
            splitter.end();
            goOn();
        });
        idleTimer = eventLoop.owner().setPeriodic(idleTimeout.toMillis(), tick -> endIfIdle());
        goOn();
    }

    private void later() {
        eventLoop.runOnContext(now -> goOn());
    }

    private void goOn() {
        if (going || over) {
            return;
        }
        going = true;
        boolean more = true;
        boolean sound = false;
        try {
            for (var end = System.nanoTime() + TURN_NANOS; more && System.nanoTime() < end; ) {
                more = !over && (answerNext() || takeNext() || answers.write() || readMore() || summarise());
                moved |= more;
            }
            sound = true;
        } finally {
            going = false;
            if (!sound) {
                reset();
            }
        }
        if (more) {
            later();
        }
    }

    private boolean answerNext() {
        var first = underWay.peek();
        if (first == null || first.taken == null || answers.mustWait()) {
            return false;
        }
        answers.add(first.taken);
        underWay.remove();
        return true;
    }

    private boolean takeNext() {
        if (underWay.size() == MAX_LINES_UNDER_WAY) {
            return false;
        }
        next = next == null ? splitter.next() : next;
        if (next == null) {
            return false;
        }
        var line = next;
        int cost = LINE_COST + line.size();
        if (bytesUnderWay > 0 && bytesUnderWay + cost > MAX_BYTES_UNDER_WAY || !share.take(cost)) {
            return false;
        }
        next = null;
        bytesUnderWay += cost;
        var pending = new Pending();
        underWay.add(pending);
        taken(line)
                .onFailure()
                .recoverWithItem(failure -> LineIntake.rejected(line.number(), failure))
                .subscribe()
                .with(taken -> {
                    pending.taken = taken;
                    bytesUnderWay -= cost;
                    share.giveBack(cost);
                    goOn();
                });
        return true;
    }

    private Uni<Taken> taken(LineSplitter.Line line) {
        return line.bytes() == null
                ? Uni.createFrom()
                        .item(() -> LineIntake.rejected(
                                line.number(),
                                new InvalidRequest("", "must be a line of at most %d bytes".formatted(MAX_LINE_BYTES))))
                : lines.take(line.number(), line.bytes());
    }

    private boolean readMore() {
        if (next != null || asked || allRead || underWay.size() == MAX_LINES_UNDER_WAY) {
            return false;
        }
        asked = true;
        request.fetch(1);
        return !asked;
    }

    private boolean summarise() {
        if (allRead && next == null && underWay.isEmpty()) {
            over = true;
            answers.summarise().subscribe().with(told -> release(), gone -> release());
        }
        return false;
    }

    /** What waits for the caller only: where it is us, we get on or fail by ourselves. */
    void endIfIdle() {
        if (!moved && (asked || answers.mustWait())) {
            reset();
        }
        moved = false;
    }

    /** At once: over HTTP/1, Vert.x closes when what was written is gone, and who does not read never lets it. */
    private void reset() {
        breakOff();
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }

    /** What is under way is recorded or not as the store decides; sent again it is known. */
    private void breakOff() {
        if (!over) {
            LOG.debug("A stream of mentions broke off");
            over = true;
        }
        release();
    }

    private void release() {
        eventLoop.owner().cancelTimer(idleTimer);
        share.close();
    }
}
