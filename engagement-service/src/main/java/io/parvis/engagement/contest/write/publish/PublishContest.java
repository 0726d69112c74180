package io.parvis.engagement.contest.write.publish;

import io.parvis.engagement.drawing.SealedSeed;

/**
 * @param seedCommitment of a fresh seed, for a contest that promises none yet
 * @param sealedSeed the same seed, encrypted
 */
record PublishContest(String contestId, String brandId, String seedCommitment, SealedSeed sealedSeed) {}
