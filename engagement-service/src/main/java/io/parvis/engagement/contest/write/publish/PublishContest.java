package io.parvis.engagement.contest.write.publish;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.drawing.SealedSeed;

/**
 * @param seedCommitment of a fresh seed, for a contest that promises none yet
 * @param sealedSeed the same seed, encrypted
 */
record PublishContest(ContestId contestId, BrandId brandId, String seedCommitment, SealedSeed sealedSeed) {}
