package io.parvis.engagement.drawing;

import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs receipts together: appends are answered by the group, so what one event loop has in hand at a time gets one
 * signature, which costs a few times what making a receipt does. Nobody waits for others to come.
 */
@ApplicationScoped
public class ReceiptSigner {

    private static final int LARGEST_BATCH = 1024;

    private record Waiting(Receipt receipt, UniEmitter<? super Map<String, Object>> caller, ContextExecutor context) {}

    /** Of one event loop, touched by its thread alone. */
    private final Map<Thread, List<Waiting>> gathered = new ConcurrentHashMap<>();

    private final DrawKeys keys;

    ReceiptSigner(DrawKeys keys) {
        this.keys = keys;
    }

    /** The signed receipt, ready to be answered as JSON; on the Vert.x context it was asked on. */
    public Uni<Map<String, Object>> sign(Receipt receipt) {
        return Uni.createFrom().emitter(caller -> {
            if (Context.isOnEventLoopThread()) {
                gather(new Waiting(receipt, caller, ContextExecutor.current()));
            } else {
                caller.complete(receipt.signed(keys.signing()));
            }
        });
    }

    /** What else the event loop has to do already comes before the signature, and may join in. */
    private void gather(Waiting one) {
        var waiting = gathered.computeIfAbsent(Thread.currentThread(), loop -> new ArrayList<>());
        waiting.add(one);
        if (waiting.size() == 1) {
            Vertx.currentContext().runOnContext(soon -> signAll(waiting));
        }
    }

    private void signAll(List<Waiting> waiting) {
        var all = List.copyOf(waiting);
        waiting.clear();
        for (var from = 0; from < all.size(); from += LARGEST_BATCH) {
            sign(all.subList(from, Math.min(from + LARGEST_BATCH, all.size())));
        }
    }

    private void sign(List<Waiting> batch) {
        try {
            var signed =
                    ReceiptBatch.signed(batch.stream().map(Waiting::receipt).toList(), keys.signing());
            for (var i = 0; i < signed.size(); i++) {
                var one = batch.get(i);
                var receipt = signed.get(i);
                one.context().execute(() -> one.caller().complete(receipt));
            }
        } catch (RuntimeException broken) {
            batch.forEach(one -> one.context().execute(() -> one.caller().fail(broken)));
        }
    }
}
