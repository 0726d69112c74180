package io.parvis.reputation.mention.write.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    @Test
    void findsTheSameLinesHoweverTheBytesArrive() {
        var text = "one\r\n\n  \nzwölf\nlast";
        for (int piece = 1; piece < text.length(); piece++) {
            assertThat(lines(text, piece, 100))
                    .as("pieces of %d", piece)
                    .containsExactly("1:one\r", "4:zwölf", "5:last");
        }
    }

    @Test
    void dropsWhatIsTooLongAndCountsIt() {
        assertThat(lines("short\n" + "x".repeat(50) + "\nafter\n", 7, 20)).containsExactly("1:short", "2:-", "3:after");
    }

    @Test
    void takesAByteOrderMarkAtTheStartForNothing() {
        assertThat(lines("\uFEFFone\n\uFEFFtwo\n", 2, 100)).containsExactly("1:one", "2:\uFEFFtwo");
        assertThat(lines("\uFEFF", 1, 100)).isEmpty();
    }

    @Test
    void takesNothingButBlanksForABlankLine() {
        assertThat(lines("\0\n\t \r\n\f\n", 3, 100)).containsExactly("1:\0", "3:\f");
    }

    @Test
    void takesALineOfTheGreatestLength() {
        assertThat(lines("x".repeat(20) + "\n" + "y".repeat(21), 20, 20)).containsExactly("1:" + "x".repeat(20), "2:-");
    }

    private static List<String> lines(String text, int piece, int max) {
        var splitter = new LineSplitter(max);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var found = new ArrayList<String>();
        for (int i = 0; i < bytes.length; i += piece) {
            splitter.add(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + piece)));
            collect(splitter, found);
        }
        splitter.end();
        collect(splitter, found);
        return found;
    }

    private static void collect(LineSplitter splitter, List<String> found) {
        for (var line = splitter.next(); line != null; line = splitter.next()) {
            found.add(line.number() + ":"
                    + (line.bytes() == null ? "-" : new String(line.bytes(), StandardCharsets.UTF_8)));
        }
    }
}
