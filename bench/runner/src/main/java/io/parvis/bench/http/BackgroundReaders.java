package io.parvis.bench.http;

import java.util.concurrent.atomic.AtomicBoolean;

/** Unrelated clients that read their own writes during a measurement. */
final class BackgroundReaders implements AutoCloseable {

    private static final String BRAND = "/v1/brands/" + SeedData.BRAND;
    private static final String DRAFT = """
        {"name":"Another contest","mechanic":"draw","opensAt":"2026-01-01T00:00:00Z","closesAt":"2036-01-01T00:00:00Z",\
        "timeZone":"Europe/Paris","officialRules":"Nobody has entered.","prizes":[{"name":"Bicycle","quantity":1}]}\
        """;

    private static final int UNAVAILABLE = 503;

    private final SingleRequests asking;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread = new Thread(this::read, "others");
    private int count;
    private int unavailable;
    private double longestOfFans;
    private double longestOfDrafts;

    BackgroundReaders(int port, CallerToken token) {
        this.asking = new SingleRequests(port, token);
    }

    void begin() {
        thread.start();
    }

    void end() throws InterruptedException {
        ended.set(true);
        thread.join();
    }

    private void read() {
        try {
            while (!ended.get()) {
                longestOfFans = Math.max(longestOfFans, marked("/fans", "{\"country\":\"FR\"}", "fanId"));
                longestOfDrafts = Math.max(longestOfDrafts, marked("/contests", DRAFT, "contestId"));
                Thread.sleep(50);
            }
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** @return how long the read took, in seconds */
    private double marked(String kind, String body, String id) throws Exception {
        var written = asking.exchange("POST", BRAND + kind, body, "");
        var mark = written.headers().firstValue("Parvis-Position").orElseThrow();
        var path = BRAND + kind + "/"
                + SingleRequests.parse(written.body()).path(id).asText();
        var read = TimedResult.of(() -> asking.exchange("GET", path, "", mark).statusCode());
        count++;
        unavailable += read.value() == UNAVAILABLE ? 1 : 0;
        return read.seconds();
    }

    int count() {
        return count;
    }

    int unavailable() {
        return unavailable;
    }

    double longestOfFans() {
        return longestOfFans;
    }

    double longestOfDrafts() {
        return longestOfDrafts;
    }

    @Override
    public void close() {
        ended.set(true);
    }
}
