package io.parvis.suite.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The run against a suite that is up already: the folder with its {@code dev.json}, a seed, a number of
 * requests, and a document where it is not that of the suite. */
final class RunBesideSuite {

    private RunBesideSuite() {}

    public static void main(String[] args) throws Exception {
        var dev = new ObjectMapper().readTree(Path.of(args[0], "dev.json").toFile());
        var keys = new HashMap<>(Map.of(Callers.ALL, dev.path("apiKey").asText()));
        dev.path("apiKeys")
                .properties()
                .forEach(key -> keys.put(key.getKey(), key.getValue().asText()));
        var callers = Callers.of(dev.path("gateway").asText(), keys);
        var document = args.length < 4
                ? Documented.of(callers)
                : new Documented(new ObjectMapper().readTree(Path.of(args[3]).toFile()));
        var report = new PropertyRun(callers, document, Long.parseLong(args[1]), Integer.parseInt(args[2])).run();
        System.out.println(report);
    }
}
