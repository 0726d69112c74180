package io.parvis.torture.history;

/** What clients do: the event that comes of it, and where in the event the id stands that the client is told. */
public enum Kind {
    REGISTER_BRAND("presence.BrandRegistered", "/brandId"),
    ARCHIVE_BRAND("presence.BrandArchived", ""),
    SET_PERSONA("presence.PersonaSet", ""),
    PLAN_CHANNEL("presence.ChannelPlanned", "/channelId"),
    REGISTER_FAN("engagement.FanRegistered", "/fanId"),
    DRAFT_CONTEST("engagement.ContestDrafted", "/contestId"),
    PUBLISH_CONTEST("engagement.ContestPublished", ""),
    ENTER_CONTEST("engagement.ContestEntered", "/entryId"),
    MOVE_POINTS("engagement.PointsMoved", "/entryId"),
    CAPTURE_MENTION("reputation.MentionCaptured", "/mentionId");

    private final String event;
    private final String idPointer;

    Kind(String event, String idPointer) {
        this.event = event;
        this.idPointer = idPointer;
    }

    /** The event's name in the log. */
    public String event() {
        return event;
    }

    /** A JSON pointer into the event; empty where the client is told no id. */
    public String idPointer() {
        return idPointer;
    }

    /** The answer's field with the id. */
    public String idField() {
        return idPointer.isEmpty() ? "" : idPointer.substring(1);
    }
}
