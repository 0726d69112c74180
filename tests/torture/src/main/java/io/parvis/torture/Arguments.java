package io.parvis.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code --minutes N [--seed S] [--kills K] [--segments G]}. */
final class Arguments {

    static final String USAGE = "usage: ./parvis torture --minutes N [--seed S] [--kills K] [--segments G]";
    private static final Set<String> NAMES = Set.of("--minutes", "--seed", "--kills", "--segments");
    private static final double SECONDS_PER_KILL = 6.5;
    private static final int CLIENTS = 12;

    /** More than there are replicas, so that there is something to share, and to take over. */
    private static final String SEGMENTS = "3";

    private Arguments() {}

    /** @throws IllegalArgumentException where they cannot be understood */
    static Plan plan(List<String> arguments, Path root, Path folder) {
        var given = given(arguments);
        var minutes = Double.parseDouble(given.getOrDefault("--minutes", "5"));
        if (!(minutes > 0)) {
            throw new IllegalArgumentException("--minutes must be more than none");
        }
        var time = Duration.ofMillis((long) (minutes * 60_000));
        var kills = given.containsKey("--kills")
                ? Integer.parseInt(given.get("--kills"))
                : (int) Math.ceil(time.toMillis() / 1000.0 / SECONDS_PER_KILL);
        var seed = given.containsKey("--seed") ? Long.parseLong(given.get("--seed")) : System.currentTimeMillis();
        var segments = Integer.parseInt(given.getOrDefault("--segments", SEGMENTS));
        if (segments < 1) {
            throw new IllegalArgumentException("--segments must be at least one");
        }
        return new Plan(root, folder, time, kills, CLIENTS, segments, seed);
    }

    private static Map<String, String> given(List<String> arguments) {
        var given = new HashMap<String, String>();
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("each option has a value");
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!NAMES.contains(arguments.get(i))) {
                throw new IllegalArgumentException("there is no option " + arguments.get(i));
            }
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        return given;
    }
}
