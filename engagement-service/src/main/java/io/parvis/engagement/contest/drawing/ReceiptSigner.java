package io.parvis.engagement.contest.drawing;

import io.parvis.engagement.draw.Receipt;
import io.parvis.engagement.draw.ReceiptBatch;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Signs receipts together, off the event loops: a signature costs a good part of what a whole entry does. One batch is
 * signed at a time, so that signing takes a bounded share of one core, however many enter.
 */
@ApplicationScoped
public class ReceiptSigner {

    /** Some twenty times what a signature takes on an idle core. */
    private static final long GATHERING_MILLIS = 1;

    private static final int LARGEST_BATCH = 1024;

    private record Waiting(
            Receipt receipt,
            UniEmitter<? super Map<String, Object>> caller,
            @Nullable Context context) {

        void answer(Runnable answer) {
            if (context == null) {
                answer.run();
            } else {
                context.runOnContext(now -> answer.run());
            }
        }
    }

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final DrawKeys keys;

    ReceiptSigner(DrawKeys keys) {
        this.keys = keys;
    }

    /** The signed receipt, ready to be answered as JSON; on the Vert.x context it was asked on. */
    public Uni<Map<String, Object>> sign(Receipt receipt) {
        return Uni.createFrom().emitter(caller -> {
            waiting.add(new Waiting(receipt, caller, Vertx.currentContext()));
            gather();
        });
    }

    private void gather() {
        if (!waiting.isEmpty() && gathering.compareAndSet(false, true)) {
            Infrastructure.getDefaultWorkerPool().schedule(this::signAll, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void signAll() {
        var batch = new ArrayList<Waiting>();
        for (var next = waiting.poll(); next != null; next = batch.size() < LARGEST_BATCH ? waiting.poll() : null) {
            batch.add(next);
        }
        try {
            sign(batch);
        } finally {
            gathering.set(false);
            gather();
        }
    }

    private void sign(List<Waiting> batch) {
        try {
            var signed =
                    ReceiptBatch.signed(batch.stream().map(Waiting::receipt).toList(), keys.signing());
            for (var i = 0; i < signed.size(); i++) {
                var one = batch.get(i);
                var receipt = signed.get(i);
                one.answer(() -> one.caller().complete(receipt));
            }
        } catch (RuntimeException broken) {
            batch.forEach(one -> one.answer(() -> one.caller().fail(broken)));
        }
    }
}
