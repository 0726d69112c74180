package io.parvis.gateway.key;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks keys up in the database in batches, one query at a time: keys that come meanwhile form the next batch. So a
 * flood of invalid keys costs a query now and then, and not one each.
 */
final class KeyLookups {

    private static final int PER_QUESTION = 1_000;

    private final Function<Collection<PresentedKey>, Future<Map<String, KeyHolder>>> table;
    private final int mostWaiting;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean asking;

    KeyLookups(Function<Collection<PresentedKey>, Future<Map<String, KeyHolder>>> table, int mostWaiting) {
        this.table = table;
        this.mostWaiting = mostWaiting;
    }

    /** The queue is full. */
    static final class QueueFullException extends Exception {

        private static final long serialVersionUID = 1L;

        QueueFullException() {
            super("Too many keys wait to be looked up", null, false, false);
        }
    }

    private record Waiting(PresentedKey key, Promise<Optional<KeyHolder>> answer) {}

    /** Empty where the key is nobody's. Fails where the database cannot be asked, or with {@link QueueFullException}. */
    Future<Optional<KeyHolder>> holder(PresentedKey key) {
        var mine = new Waiting(key, Promise.promise());
        synchronized (this) {
            if (waiting.size() >= mostWaiting) {
                return Future.failedFuture(new QueueFullException());
            }
            waiting.add(mine);
        }
        askNext();
        return mine.answer().future();
    }

    private void askNext() {
        List<Waiting> next;
        synchronized (this) {
            if (asking || waiting.isEmpty()) {
                return;
            }
            asking = true;
            var some = waiting.subList(0, Math.min(PER_QUESTION, waiting.size()));
            next = List.copyOf(some);
            some.clear();
        }
        var keys = next.stream().map(Waiting::key).toList();
        // Composed, so that what is thrown fails this question and keeps nobody else waiting.
        Future.succeededFuture(keys).compose(table::apply).onComplete(found -> {
            synchronized (this) {
                asking = false;
            }
            askNext();
            for (var asked : next) {
                if (found.succeeded()) {
                    asked.answer()
                            .complete(Optional.ofNullable(
                                    found.result().get(asked.key().hash())));
                } else {
                    asked.answer().fail(found.cause());
                }
            }
        });
    }
}
