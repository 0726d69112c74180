package io.parvis.engagement.contest.event;

import io.parvis.engagement.drawing.EntryId;

/** What happens to one entry. */
public interface EntryEvent {

    EntryId entryId();
}
