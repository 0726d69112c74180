package io.parvis.edge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.HostileTexts.Sample;
import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One.\nTwo.",
                "One.\r\nTwo.\r\n",
                "\tOne",
                "One \n\n",
                "One\u2028Two",
                "מה\u200f?",
                "e\u0301",
                "\n."
            })
    void takesProse(String text) {
        assertThat(TextRule.fault(text, TextKind.PROSE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                " \r\n\t ",
                "\u200b\n",
                "a\rb",
                "a\r",
                "a\u000bb",
                "a\fb",
                "a\u0000b",
                "a\u202eb",
                "a\u2068b",
                "\u2800"
            })
    void refusesProseThatIsNone(String text) {
        assertThat(TextRule.fault(text, TextKind.PROSE)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c 1", "Ve\u0301lo", "V\u00e9lo", "@anne", "客户-1", "\ud83d\ude80", "\u0e01\u0e34"})
    void takesAKey(String text) {
        assertThat(TextRule.fault(text, TextKind.KEY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u00a0b",
                "a\u2009b",
                "a\u200db",
                "a\u200fb",
                "a\u00adb",
                "a\ufe0f",
                "a\u2800b",
                "a\u3164b",
                "a\u034fb",
                "a\tb",
                "a\nb",
                " a",
                "a "
            })
    void refusesAKeyInWhichSomethingIsInvisible(String text) {
        assertThat(TextRule.fault(text, TextKind.KEY)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {" \u202e\u0007\u200b ", "\ufdd0", "\n"})
    void takesOthersWordsAsTheyAre(String text) {
        assertThat(TextRule.fault(text, TextKind.QUOTED)).isNull();
        assertThat(TextKind.QUOTED.normalized(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("io.parvis.edge.testing.HostileTexts#samples")
    void takesATextWhereItMayStand(Sample sample) {
        for (var kind : sample.takenBy()) {
            assertThat(TextRule.fault(sample.text(), kind)).as(kind.name()).isNull();
        }
        for (var kind : EnumSet.complementOf(takenBy(sample))) {
            assertThat(TextRule.fault(sample.text(), kind)).as(kind.name()).isNotNull();
        }
    }

    /** Half a character is refused with the JSON around it. */
    private static EnumSet<TextKind> takenBy(Sample sample) {
        var taken = EnumSet.of(TextKind.QUOTED);
        taken.addAll(sample.takenBy());
        return taken;
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "QUOTED")
    void saysWhatIsWrong(TextKind kind) {
        assertThat(TextRule.fault("a\u202eb", kind)).isEqualTo("must not have U+202E in it");
        assertThat(TextRule.fault("\u200b", kind)).contains("seen");
    }

    @Test
    void keepsTextsInNfcAndKeysAsTheyWereTyped() {
        assertThat(TextKind.LINE.normalized("e\u0301")).isEqualTo("\u00e9");
        assertThat(TextKind.PROSE.normalized("e\u0301\n")).isEqualTo("\u00e9\n");
        assertThat(TextKind.KEY.normalized("e\u0301")).isEqualTo("e\u0301");
        assertThat(TextKind.comparable("e\u0301")).isEqualTo("\u00e9");
    }

    @Test
    void takesAsManyMarksAsLanguagesHave() {
        assertThat(TextRule.fault("a" + "\u0301".repeat(30), TextKind.LINE)).isNull();
        assertThat(TextRule.fault("a" + "\u0301".repeat(31), TextKind.LINE)).contains("combining marks");
    }

    @Test
    void refusesRowsOfMarksThatAreOfClassZeroThemselves() {
        for (var mark : List.of("\u0f73", "\u0f75", "\u0f81", "\u0344")) {
            assertThat(TextRule.fault("a" + mark.repeat(40), TextKind.LINE)).contains("combining marks");
        }
        assertThat(TextRule.fault("\u1100\u1161\u11a8".repeat(40), TextKind.LINE))
                .isNull();
    }

    /** What is taken is taken in each of its forms: it is kept in one of them, and read again with the next change. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0344", "\u0f73", "\u0f75", "\u0f81", "\u01d6", "\u1fa7", "\u0301", "\u0958", "\uac01"})
    void countsMarksAlikeInEachForm(String character) {
        for (int times = 1; times <= 31; times++) {
            for (var text : List.of("a" + character.repeat(times), "a" + character + "\u0301".repeat(times))) {
                boolean taken = TextRule.fault(text, TextKind.PROSE) == null;
                for (var form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
                    assertThat(TextRule.fault(Normalizer.normalize(text, form), TextKind.PROSE) == null)
                            .as("%d times, %s", times, form)
                            .isEqualTo(taken);
                }
            }
        }
    }

    /** Malayalam ends words in a joiner, texts from right to left in a mark of direction. */
    @Test
    void takesWhatShapesTheEndOfAWord() {
        for (var name : List.of(
                "\u0d05\u0d35\u0d28\u0d4d\u200d",
                "\u0cb2\u0cbf\u0c82\u0c95\u0ccd\u200c",
                "\u05e9\u05dc\u05d5\u05dd!\u200f")) {
            assertThat(TextRule.fault(name, TextKind.LINE)).isNull();
        }
        assertThat(TextRule.fault("\u200d", TextKind.LINE)).isNotNull();
        assertThat(TextRule.fault("\u200f", TextKind.LINE)).isNotNull();
        assertThat(TextRule.fault("\u0600\u0661\u0662", TextKind.KEY)).isNull();
    }

    /** Marks in the wrong order are sorted one by one: a million of them would take an hour. */
    @Test
    void costsAsMuchAsTheTextIsLong() {
        var hostile = "a" + "\u0301\u0323".repeat(500_000);
        var long_ = "Ve\u0301lo ".repeat(100_000).strip();
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();

        assertThat(TextRule.fault(hostile, TextKind.PROSE)).isNotNull();
        assertThat(TextRule.fault(long_, TextKind.PROSE)).isNull();
        TextKind.PROSE.normalized(long_);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
}
