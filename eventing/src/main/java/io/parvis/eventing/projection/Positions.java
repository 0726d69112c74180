package io.parvis.eventing.projection;

import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.StoreLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The opaque marks of a place in the event store. A mark of another life of the store (before a restore), one that lies
 * beyond its end, and one that is none at all are ignored: there is nothing to wait for.
 */
@ApplicationScoped
public class Positions {

    private static final long TIMEOUT_MILLIS = 2_000;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Progress progress;
    private final PostgresEventStorageEngine engine;
    private final StoreLife life;

    Positions(StoreLife life, Progress progress, PostgresEventStorageEngine engine) {
        this.life = life;
        this.progress = progress;
        this.engine = engine;
    }

    /** The mark that a caller may send back. */
    public String mark(long position) {
        return TEXT.encodeToString(ByteBuffer.allocate(24)
                .putLong(life.id().getMostSignificantBits())
                .putLong(life.id().getLeastSignificantBits())
                .putLong(position)
                .array());
    }

    /** A mark for whoever found that all was there already: the newest place there is. */
    public Uni<String> markOfHead() {
        return Uni.createFrom()
                .completionStage(() -> engine.head().toCompletionStage())
                .map(this::mark);
    }

    /**
     * Completes once these processors have seen it; fails as {@link NotCaughtUp} where they have not after 2 s.
     *
     * @param processors those behind what the caller is to be shown
     */
    public Uni<Void> reached(String mark, Set<String> processors) {
        var bytes = decode(mark);
        if (bytes == null) {
            return Uni.createFrom().voidItem();
        }
        var markLife = new UUID(bytes.getLong(), bytes.getLong());
        long position = bytes.getLong();
        return life.id().equals(markLife) && !processors.isEmpty()
                ? seen(position, processors)
                : Uni.createFrom().voidItem();
    }

    /**
     * Completes once these processors have seen all that is recorded by now; fails as {@link NotCaughtUp} where
     * they have not after 2 s.
     */
    public Uni<Void> reachedHead(String... processors) {
        return Uni.createFrom()
                .completionStage(() -> progress.head(TIMEOUT_MILLIS).toCompletionStage())
                .chain(head -> seen(head, Set.of(processors)));
    }

    private Uni<Void> seen(long position, Set<String> processors) {
        return Uni.createFrom()
                .completionStage(() ->
                        progress.seen(processors, position, TIMEOUT_MILLIS).toCompletionStage())
                .invoke(seen -> {
                    if (!seen) {
                        throw new NotCaughtUp();
                    }
                })
                .replaceWithVoid();
    }

    private static @Nullable ByteBuffer decode(String mark) {
        try {
            var bytes = Base64.getUrlDecoder().decode(mark.strip());
            return bytes.length == 24 ? ByteBuffer.wrap(bytes) : null;
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
