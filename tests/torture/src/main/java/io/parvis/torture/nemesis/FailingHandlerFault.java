package io.parvis.torture.nemesis;

import io.parvis.torture.cluster.Database;
import io.parvis.torture.workload.Workload;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * A view that cannot take one event: a constraint forbids the one row, so that the flush throws, is tried again, and
 * parks the event. Then the cause is mended, and somebody on duty has it handled.
 */
final class FailingHandlerFault implements Fault {

    private static final long PATIENCE_NANOS = 45_000_000_000L;
    private static final long POLL_MILLIS = 200;
    static final String CONSTRAINTS = "torture_";

    private final Database database;
    private final Workload workload;
    private final Operator operator;

    FailingHandlerFault(Database database, Workload workload, Operator operator) {
        this.database = database;
        this.workload = workload;
        this.operator = operator;
    }

    @Override
    public String name() {
        return "a view cannot take an event";
    }

    @Override
    public String inject(SplittableGenerator random) throws Exception {
        return random.nextBoolean() ? forbidEntry(random) : forbidMention(random);
    }

    private String forbidEntry(SplittableGenerator random) throws Exception {
        var entry = workload.newcomer(random);
        if (entry == null) {
            return "";
        }
        var forbidden = new Forbidden("engagement", "entry", "fan_id", entry.fanId(), "engagement.entries");
        return forbidden.during(random, () -> workload.enter(entry, random));
    }

    private String forbidMention(SplittableGenerator random) throws Exception {
        var brandId = workload.brand(random);
        if (brandId == null) {
            return "";
        }
        var externalId = "forbidden-" + Long.toHexString(random.nextLong());
        var forbidden = new Forbidden("reputation", "mention", "text", "Said " + externalId, "reputation.mentions");
        return forbidden.during(random, () -> workload.capture(brandId, externalId, random));
    }

    /** One value that one column must not have. */
    private final class Forbidden {

        private final String service;
        private final String table;
        private final String column;
        private final String value;
        private final String processor;

        Forbidden(String service, String table, String column, String value, String processor) {
            this.service = service;
            this.table = service + "." + table;
            this.column = column;
            this.value = value;
            this.processor = processor;
        }

        String during(SplittableGenerator random, Callable<Boolean> act) throws Exception {
            var constraint = CONSTRAINTS + Long.toHexString(random.nextLong());
            until(() -> done("alter table " + table + " add constraint " + constraint + " check (" + column + " <> '"
                    + value + "') not valid"));
            var parked = false;
            try {
                parked = act.call() && until(() -> !sequence().isEmpty());
            } finally {
                until(() -> done("alter table " + table + " drop constraint if exists " + constraint));
            }
            if (!parked) {
                return processor + ", not parked in time";
            }
            var handled = until(() -> operator.retry(service, processor, sequence()));
            return processor + ", parked" + (handled ? " and handled again" : "; could not be handled again yet");
        }

        /** That of the parked event that speaks of the value; empty where none is parked. */
        private String sequence() throws SQLException {
            var found = database.query(
                    "select p.sequence from " + service + ".parked_event p join event_store.readable_event e"
                            + " on e.position = p.position where p.processor = '" + processor
                            + "' and e.payload::text like '%" + value + "%'",
                    row -> row.getString(1));
            return found.isEmpty() ? "" : found.getFirst();
        }

        private boolean done(String sql) throws SQLException {
            database.execute(sql);
            return true;
        }
    }

    /** Other faults are in the way all the time. */
    private static boolean until(Callable<Boolean> condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return true;
                }
            } catch (InterruptedException stopping) {
                throw stopping;
            } catch (Exception inTheWay) {
                // PostgreSQL is away, or the table is in use.
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }
}
