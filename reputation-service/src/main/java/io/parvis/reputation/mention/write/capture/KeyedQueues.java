package io.parvis.reputation.mention.write.capture;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** Of work with one key, one after the other, first come first served; of one event loop. */
final class KeyedQueues<K> {

    private final Map<K, ArrayDeque<Runnable>> waiting = new HashMap<>();
    private final Executor later;

    /** @param later runs on the same event loop, and never at once: a long queue is no deep stack */
    KeyedQueues(Executor later) {
        this.later = later;
    }

    <T> Uni<T> inTurn(K key, Uni<T> work) {
        return Uni.createFrom()
                .<Void>emitter(turn -> {
                    var queue = waiting.get(key);
                    if (queue == null) {
                        waiting.put(key, new ArrayDeque<>(1));
                        turn.complete(null);
                    } else {
                        queue.add(() -> turn.complete(null));
                    }
                })
                .chain(() -> work)
                .eventually(() -> next(key));
    }

    private void next(K key) {
        var next = waiting.get(key).poll();
        if (next == null) {
            waiting.remove(key);
        } else {
            later.execute(next);
        }
    }
}
