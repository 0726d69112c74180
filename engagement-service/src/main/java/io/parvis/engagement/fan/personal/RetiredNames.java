package io.parvis.engagement.fan.personal;

import io.parvis.engagement.fan.BlindIndex;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Takes away what stands in the blind index under a key that has left the ring, and under one of the ring as well. */
@Singleton
class RetiredNames implements KeyRotationTask {

    /** What it leaves is held meanwhile: no two processes whose rings have nothing in common take away both. */
    private static final String TAKE_AWAY = """
            with former as (
                select a.hash from %1$s.blind_index a join %1$s.blind_index b on b.index_id = a.index_id
                where a.bucket = $1 and a.key_id <> all ($2) and b.key_id = any ($2) for key share of b),
            gone as (
                delete from %1$s.blind_index a using former where a.bucket = $1 and a.hash = former.hash returning 1),
            noted as (insert into %1$s.leaf_to_rewrite select 'blind_index_' || $1::int from gone limit 1
                      on conflict do nothing)
            select count(*)::int from gone
            """;

    private final VaultConnections vault;
    private final BlindIndex index;

    RetiredNames(VaultConnections vault, BlindIndex index) {
        this.vault = vault;
        this.index = index;
    }

    @Override
    public Uni<Batch> next(int leaf, String after) {
        return vault.query(TAKE_AWAY, leaf, index.keys().ids().toArray(String[]::new))
                .map(rows -> new Batch(rows.iterator().next().getInteger(0), 0, null));
    }
}
