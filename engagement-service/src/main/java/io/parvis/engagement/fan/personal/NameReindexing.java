package io.parvis.engagement.fan.personal;

import io.parvis.engagement.fan.BlindIndex;
import io.parvis.engagement.fan.BlindIndex.Hidden;
import io.parvis.engagement.fan.personal.IndexedNames.Indexed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Indexes names under the key in use that stand in the blind index under others only. */
@Singleton
class NameReindexing implements KeyRotationTask {

    private static final String NOT_YET = """
            b.bucket = $2 and b.hash > decode($3, 'hex') and b.key_id is distinct from $4
            and not exists (select from %1$s.blind_index f where f.index_id = b.index_id and f.key_id = $4)""";

    private final VaultConnections vault;
    private final IndexedNames names;
    private final BlindIndex index;

    NameReindexing(VaultConnections vault, IndexedNames names, BlindIndex index) {
        this.vault = vault;
        this.names = names;
        this.index = index;
    }

    /** A name by a hash that it stands under, and by the one under the key in use. */
    private record Move(Hidden from, Hidden to) {}

    @Override
    public Uni<Batch> next(int leaf, String after) {
        return names.rows(BATCH, NOT_YET, leaf, after, index.keys().inUse().id())
                .chain(found -> move(found.stream()
                                .flatMap(NameReindexing::move)
                                .toList())
                        .map(moved -> new Batch(
                                moved,
                                (int) found.stream().filter(Indexed::recorded).count() - moved,
                                found.size() < BATCH ? null : found.getLast().hash())));
    }

    /** None where the name cannot be told, or no key of the ring makes the hash of it. */
    private static Stream<Move> move(Indexed indexed) {
        var hash = HexFormat.of().parseHex(indexed.hash());
        return indexed.forms().stream()
                .flatMap(form -> form.underEveryKey().stream()
                        .filter(hidden -> java.util.Arrays.equals(hidden.hash(), hash))
                        .map(hidden -> new Move(hidden, form.underEveryKey().getFirst())))
                .limit(1);
    }

    private Uni<Integer> move(List<Move> moves) {
        return Multi.createFrom()
                .iterable(moves)
                .onItem()
                .transformToUniAndConcatenate(move -> vault.query(
                        "select %1$s.also_under($1, $2, $3, $4)",
                        Buffer.buffer(move.from().hash()),
                        move.from().keyId(),
                        Buffer.buffer(move.to().hash()),
                        move.to().keyId()))
                .collect()
                .asList()
                .map(List::size);
    }
}
