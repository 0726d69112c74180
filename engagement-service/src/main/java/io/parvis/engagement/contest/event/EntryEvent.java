package io.parvis.engagement.contest.event;

/** What happens to one entry. */
public interface EntryEvent {

    String entryId();
}
