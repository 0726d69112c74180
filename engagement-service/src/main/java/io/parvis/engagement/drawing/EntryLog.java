package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where draws read entries, and what became of their prizes. It answers on the context it was asked on. */
public interface EntryLog {

    /** How many entries there are at most before a position. */
    Uni<Long> count(ContestId contestId, long until);

    /** @param until the position of the closing: what counts stands before it */
    Uni<Entries> entries(ContestId contestId, long until);

    /** In their order. */
    Uni<List<Redraw>> redraws(Dossier contest);
}
