package io.parvis.engagement.contest.read.entries;

import io.parvis.engagement.fan.FanExportSource;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The contests that a fan entered. */
@Singleton
class EntriesOfFan implements FanExportSource {

    record EntryOfFan(String contestId, String entryId, int rulesVersion, Instant enteredAt) {}

    @Override
    public String name() {
        return "entries";
    }

    @Override
    public Uni<List<Known>> newest(Mutiny.Session session, FanId fanId, long before, int most) {
        return session.createSelectionQuery(
                        "from EntryView where fanId = :fan and position < :before order by position desc",
                        EntryView.class)
                .setParameter("fan", fanId.value())
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList()
                .map(entries -> entries.stream()
                        .map(entry -> new Known(
                                entry.position,
                                new EntryOfFan(entry.contestId, entry.entryId, entry.rulesVersion, entry.enteredAt)))
                        .toList());
    }
}
