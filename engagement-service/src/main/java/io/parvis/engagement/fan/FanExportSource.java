package io.parvis.engagement.fan;

import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a capability knows of a fan, for the export of everything; a CDI bean of each capability that knows something. */
public interface FanExportSource {

    /** What the export calls it, such as {@code entries}; unique. */
    String name();

    /**
     * A part of it: somebody may have much.
     *
     * @param before the position that all of it stands before
     * @param most how many
     * @return newest first; fewer than that where nothing follows
     */
    Uni<List<Known>> newest(Mutiny.Session session, FanId fanId, long before, int most);

    /**
     * @param position in the log; no two of a kind have the same
     * @param shown what JSON is made of
     */
    record Known(long position, Object shown) {}
}
