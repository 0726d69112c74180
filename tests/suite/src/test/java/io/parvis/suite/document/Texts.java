package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that a schema allows and that mean something to the suite: ids of what there is, times that follow another. */
final class Texts {

    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("country", List.of("FR", "BE", "DE")),
            Map.entry("countries", List.of("FR", "BE", "GB")),
            Map.entry("currency", List.of("EUR", "CHF")),
            Map.entry("timeZone", List.of("Europe/Paris", "UTC", "America/New_York")),
            Map.entry("languages", List.of("fr", "en", "fr-BE")),
            Map.entry("language", List.of("fr", "en")),
            Map.entry("url", List.of("https://www.example.org/", "https://example.com/a?b=c")),
            Map.entry("birthDate", List.of("1990-05-17", "2001-12-31")),
            Map.entry("claimWindow", List.of("P14D", "PT1H")),
            Map.entry("window", List.of("PT24H", "P7D")),
            Map.entry("timeLimit", List.of("PT10M", "PT1H")),
            Map.entry("reservationWindow", List.of("PT1H", "P1D")),
            Map.entry("handle", List.of("somebody", "jean_dupont")));

    private static final Map<String, Duration> FROM_NOW = Map.of(
            "opensAt", Duration.ofHours(-1),
            "closesAt", Duration.ofDays(20),
            "publishedAt", Duration.ofDays(-3),
            "becameCustomerAt", Duration.ofDays(-1),
            "convertedAt", Duration.ofDays(-1));

    private static final List<String> CANDIDATES = List.of(
            "a%d", "A%d", "code-%d", "AB", "ABC", "00", "https://www.example.org/%d", "a%d@example.org", "@a%d");

    private final World world;
    private final Instant start;
    private final AtomicLong serial;

    Texts(World world, Instant start, long firstSerial) {
        this.world = world;
        this.start = start;
        this.serial = new AtomicLong(firstSerial);
    }

    String of(String name, JsonNode schema, Choice choice) {
        return known(name, choice)
                .filter(text -> allows(schema, text))
                .or(() -> byFormat(schema.path("format").asText()))
                .orElseGet(() -> fitting(schema, choice));
    }

    private Optional<String> known(String name, Choice choice) {
        if (KNOWN.containsKey(name)) {
            return Optional.of(choice.of(KNOWN.get(name)));
        }
        if (FROM_NOW.containsKey(name)) {
            return Optional.of(start.plus(FROM_NOW.get(name))
                    .truncatedTo(ChronoUnit.MILLIS)
                    .toString());
        }
        return switch (name) {
            case "slug" -> Optional.of("s-" + next() + "-" + choice.word(6));
            case "email" -> Optional.of("p" + next() + choice.word(4) + "@example.org");
            case "externalId" -> Optional.of("ext-" + next());
            case "code", "codes" ->
                Optional.of(
                        name.equals("code") && choice.oneIn(2)
                                ? world.some("code", choice).orElse("none")
                                : "CODE-" + next());
            default -> world.some(name, choice);
        };
    }

    private Optional<String> byFormat(String format) {
        return Optional.ofNullable(
                switch (format) {
                    case "date-time" ->
                        start.plus(Duration.ofDays(40))
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString();
                    case "date" -> "2030-01-31";
                    case "duration" -> "P1D";
                    case "uri" -> "https://www.example.org/";
                    default -> (@Nullable String) null;
                });
    }

    private String fitting(JsonNode schema, Choice choice) {
        var text = "Text " + choice.word(1 + choice.below(12));
        if (allows(schema, text)) {
            return text;
        }
        return CANDIDATES.stream()
                .map(candidate -> candidate.formatted(next()))
                .filter(candidate -> allows(schema, candidate))
                .findFirst()
                .orElse("x".repeat(Math.max(1, schema.path("minLength").asInt(1))));
    }

    private static boolean allows(JsonNode schema, String text) {
        return text.length() >= schema.path("minLength").asInt(0)
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!schema.has("pattern")
                        || Pattern.compile(schema.path("pattern").asText())
                                .matcher(text)
                                .find());
    }

    private long next() {
        return serial.incrementAndGet();
    }
}
