package io.parvis.torture.check;

import io.parvis.torture.history.Read;

/** Whoever sends its position along finds what it wrote, or is told that nobody can say yet. */
final class WritersReadTheirWrites implements Property {

    private static final int OK = 200;
    private static final int CLIENT_FAULT = 400;
    private static final int SERVER_FAULT = 500;

    @Override
    public String name() {
        return "writers read their own writes";
    }

    @Override
    public Verdict check(Facts facts) {
        var reads = facts.evidence().reads();
        var found = reads.stream().filter(read -> read.status() == OK).count();
        var violations = reads.stream()
                .filter(WritersReadTheirWrites::isStale)
                .map(read -> "not found: " + read)
                .toList();
        return new Verdict(
                name(),
                "%,d reads, %,d answered, %,d stale".formatted(reads.size(), found, violations.size()),
                violations);
    }

    private static boolean isStale(Read read) {
        return read.status() >= CLIENT_FAULT && read.status() < SERVER_FAULT;
    }
}
