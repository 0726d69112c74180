package io.parvis.reputation.watch.write.add;

import io.parvis.reputation.watch.event.WatchAdded;

/** Keeps a query. */
public record AddWatch(WatchAdded watch) {}
