package io.parvis.reputation.mention.write.capture;

/** The same source and external id is the same mention: not an error, and nothing new. */
class MentionAlreadyKnown extends RuntimeException {

    private final String mentionId;

    MentionAlreadyKnown(String mentionId) {
        super("known as " + mentionId, null, false, false);
        this.mentionId = mentionId;
    }

    String mentionId() {
        return mentionId;
    }
}
