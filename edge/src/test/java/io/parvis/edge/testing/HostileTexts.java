package io.parvis.edge.testing;

import static io.parvis.edge.value.TextKind.KEY;
import static io.parvis.edge.value.TextKind.LINE;
import static io.parvis.edge.value.TextKind.PROSE;
import static io.parvis.edge.value.TextKind.QUOTED;

import io.parvis.edge.value.TextKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Texts as people of all scripts write them, and as they are made to deceive; and by which kinds of field each is taken. */
public final class HostileTexts {

    /** @param takenBy where nothing takes it, no JSON of ours may hold it */
    public record Sample(String text, Set<TextKind> takenBy) {

        @Override
        public String toString() {
            return escaped(text);
        }
    }

    private static final Set<TextKind> ALL = Set.of(LINE, PROSE, KEY, QUOTED);
    private static final Set<TextKind> ALL_BUT_KEYS = Set.of(LINE, PROSE, QUOTED);

    private HostileTexts() {}

    public static List<Sample> samples() {
        return Stream.of(
                        everywhere(),
                        everywhereButInKeys(),
                        of(Set.of(PROSE, QUOTED), inProse()),
                        of(Set.of(QUOTED), nowhere()),
                        of(Set.of(), unkeepable()))
                .flatMap(samples -> samples)
                .toList();
    }

    private static Stream<Sample> of(Set<TextKind> takenBy, List<String> texts) {
        return texts.stream().map(text -> new Sample(text, takenBy));
    }

    private static Stream<Sample> everywhere() {
        return of(
                ALL,
                List.of(
                        "Zo\u00eb O'Neill-Smith",
                        "Zoe\u0308",
                        "\u212bngstr\u00f6m",
                        "\u01c5\ufb01\u00b2\u2460", // compatibility forms are letters of their own
                        "\u0645\u062d\u0645\u062f \u0627\u0644\u0639\u0644\u064a", // Arabic
                        "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f", // with its vowels
                        "\u0600\u0661\u0662\u0663", // a sign before numbers
                        "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", // Hebrew with points
                        "\u0e2a\u0e21\u0e0a\u0e32\u0e22 \u0e43\u0e08\u0e14\u0e35", // Thai
                        "\u0e01\u0e33\u0e25\u0e31\u0e07\u0e17\u0e35\u0e48",
                        "\u0915\u094d\u0937\u0924\u094d\u0930\u093f\u092f", // Hindi
                        "\u0958\u0959", // letters that NFC takes apart
                        "\u0b95\u0bcd\u0bb7\u0bcd", // Tamil
                        "\u1112\u1161\u11ab\u1100\u116e\u11a8", // Korean, taken apart
                        "\ud55c\uad6d",
                        "\u5c71\u7530 \u592a\u90ce",
                        "\ud842\udfb7\u91ce\u5c4b", // a name of Japan beyond 16 bits
                        "\ud835\udd18\ud835\udd2b",
                        "\ud83d\ude80",
                        "\ud83c\uddeb\ud83c\uddf7", // a flag of two letters
                        "\ud83d\udc4d\ud83c\udffd", // of a colour
                        "\ufffd\ufffc",
                        "\ue000", // for private use
                        "\u0378", // not assigned yet
                        "a" + "\u0301".repeat(30),
                        "<script>alert(1)</script>",
                        "'; drop table fan; --",
                        "${jndi:ldap://example.org}",
                        "%00%0a{{7*7}}"));
    }

    private static Stream<Sample> everywhereButInKeys() {
        return of(
                ALL_BUT_KEYS,
                List.of(
                        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", // Persian needs the joiner
                        "\u0915\u094d\u200d\u0937", // so does Hindi
                        "\u0d05\u0d35\u0d28\u0d4d\u200d", // Malayalam at the end
                        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66", // a family
                        "\ud83c\udff3\ufe0f\u200d\ud83c\udf08",
                        "\u2764\ufe0f",
                        "1\ufe0f\u20e3",
                        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f", // Scotland
                        "\u845b\udb40\udd00", // a variant of a character
                        "V\u00e9lo\u00a0: oui\u202f!", // French
                        "\u5c71\u7530\u3000\u592a\u90ce", // Japanese names have a wide blank
                        "a\u2009b",
                        "a\u1680b",
                        "co\u00adoperate",
                        "a\u200bb",
                        "a\u2060b",
                        "\u05d0\u200fb",
                        "\u05e9\u05dc\u05d5\u05dd!\u200f",
                        "\u0633\u0644\u0627\u0645!\u061c", // Arabic has a mark of direction of its own
                        "\u200e\u0633\u0644\u0627\u0645",
                        "\u061c\u0633\u0644\u0627\u0645",
                        "a\u3164b",
                        "a\u2800b",
                        "a\u180eb",
                        "a\ud834\udd73b"));
    }

    private static List<String> inProse() {
        return List.of(
                "a\nb",
                "a\r\nb\r\n",
                "\ta",
                "a\u2028b",
                "a\u2029b",
                " a ",
                "\u00a0a",
                "a\u3000",
                "\ufeffa",
                "a\u200b",
                "a\u00ad",
                "a\u2800",
                "\u3164a",
                "a\u200d");
    }

    private static List<String> nowhere() {
        return List.of(
                " \u00a0",
                "\u00a0",
                "\u3000",
                "\u2028",
                "\u2029\u2028",
                "\u200b",
                "\u200b\u200c\u200d\u2060\ufeff",
                "\u00ad",
                "\u115f\u1160\u3164\uffa0",
                "\u2800",
                "\u180e",
                "\u0301",
                "\u20dd",
                "\ufe0f",
                "\udb40\udd00",
                "\u200e\u200f\u061c",
                "\ud834\udd73",
                "a\u202eb",
                "a\u202ab\u202c",
                "a\u2066b\u2069",
                "a\u2068b",
                "a\u206ab",
                "a\ufff9b\ufffac\ufffb",
                "a\u0001b",
                "a\u001bb",
                "a\u007fb",
                "a\u0085b",
                "a\u009fb",
                "a\rb",
                "a\u000bb",
                "a\fb",
                "a\b",
                "a\ufdd0b",
                "a\uffffb",
                "a\ud83f\udfffb",
                "a\udb40\udc41b", // a tag on no flag
                "a\udb40\udc01b",
                "a" + "\u0301".repeat(31),
                "a" + "\u0f73".repeat(40));
    }

    private static List<String> unkeepable() {
        return List.of("\0", "a\0b", "\ud83d", "a\ud83db", "\ude80", "\ude80\ud83d", "a\ud83d", "\ud83d\u200d\ude80");
    }

    /** All of it as JSON escapes. */
    static String escaped(String text) {
        var json = new StringBuilder();
        text.chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
        return json.toString();
    }
}
