package io.parvis.reputation.mention.write.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
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

    private static List<String> lines(String text, int piece, int max) {
        var splitter = new LineSplitter(max);
        var bytes = Buffer.buffer(text);
        for (int i = 0; i < bytes.length(); i += piece) {
            splitter.add(bytes.getBuffer(i, Math.min(bytes.length(), i + piece)));
        }
        splitter.end();
        var found = new ArrayList<String>();
        for (var line = splitter.next(); line != null; line = splitter.next()) {
            found.add(line.number() + ":"
                    + (line.bytes() == null ? "-" : line.bytes().toString()));
        }
        return found;
    }
}
