package io.parvis.engagement.contest.write.enter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.contracts.engagement.ContestId;
import jakarta.inject.Singleton;

/** Remembers which contests set a limit on entries, so that an entry need not find it out first. A wrong guess is mended. */
@Singleton
class ContestsWithEntryLimit {

    private static final int REMEMBERED = 10_000;

    private final Cache<ContestId, Boolean> counted =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    void remember(ContestId contestId) {
        counted.put(contestId, true);
    }

    boolean has(ContestId contestId) {
        return counted.getIfPresent(contestId) != null;
    }
}
