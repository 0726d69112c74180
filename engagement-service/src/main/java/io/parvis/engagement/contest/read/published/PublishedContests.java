package io.parvis.engagement.contest.read.published;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import io.parvis.engagement.contest.log.ContestDossier;
import io.parvis.engagement.contest.log.ContestLog;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Contests as everybody may know them: fails with 404 where there is none, or only a draft. */
@Singleton
class PublishedContests {

    private final ContestLog log;

    PublishedContests(ContestLog log) {
        this.log = log;
    }

    Uni<ContestDossier> newest(String contestId) {
        return asOf(contestId, Integer.MAX_VALUE);
    }

    /** @param rulesVersion the last one that is read */
    Uni<ContestDossier> asOf(String contestId, int rulesVersion) {
        return log.dossier(new ContestId(Ids.valid(contestId, "contest")), rulesVersion)
                .invoke(dossier -> {
                    if (dossier.rules().isEmpty()) {
                        throw new NotFound("contest");
                    }
                });
    }
}
