package io.parvis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in the file, the answer is a sentence. */
class HostileInputTest {

    @TempDir
    Path folder;

    private String said = "";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it ends too early",
                "nonsense | 'u' was expected",
                "PK\u0003 | a value was expected",
                "{\"a\":1,\"a\":2} | a name stands twice",
                "{\"a\":1} | no proof of a draw",
                "[] | no object",
                "null | no proof",
                "{\"format\":\"parvis-draw-proof-1\"} | proof has no \"closing\"",
                "{} trailing | something after the end",
                "{\"a\":\"\t\"} | a control character",
                "{\"a\":1e99999} | a number is out of range",
                "{\"a\":01} | was expected",
                "{\"a\":truf} | 'e' was expected",
                "{\"a\":tru | it ends too early",
                "\"\\ud83\" | an escape is none",
                "\"\\x\" | an escape is none",
                "{'a':1} | a name was expected",
                "[1,] | a value was expected",
            })
    void saysWhatIsWrong(String json, String why) throws IOException {
        assertThat(verify(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
        assertThat(said).contains(why, "does NOT verify").doesNotContain("Exception");
    }

    @Test
    void saysThatItIsNotUtf8() throws IOException {
        assertThat(verify(new byte[] {'"', (byte) 0xc3, '"'})).isEqualTo(1);
        assertThat(said).contains("it is not UTF-8");
    }

    @Test
    void refusesDepthBeforeItsStackDoes() throws IOException {
        assertThat(verify("[".repeat(5_000_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(said).contains("nested deeper than 64");
    }

    @Test
    void readsManyNamesInReasonableTime() throws IOException {
        var json = new StringBuilder("{");
        for (var i = 0; i < 200_000; i++) {
            json.append("\"").append(i).append("\":1,");
        }
        assertThat(verify(json.append("\"0\":1}").toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(said).contains("a name stands twice");
    }

    @Test
    void refusesNumbersWithoutEnd() throws IOException {
        assertThat(verify(("[" + "9".repeat(3_000_000) + "]").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(said).contains("a value was expected");
    }

    @Test
    void printsNothingThatATerminalObeys() throws IOException {
        verify("{\"format\":\"parvis-draw-proof-1\",\"closing\":1,\"\\u001b[31m\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(said).doesNotContain("\u001b");
        assertThat(Printable.of("a\u001b[31m\u202eb\n")).isEqualTo("a?[31m?b?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a --root",
                "a --root 12",
                "a --root " + HASH + " --root " + HASH,
                "a --unknown",
                "--receipt a",
                "no-such-file",
                ".",
            })
    void saysHowItIsUsed(String line) {
        assertThat(run(line.isEmpty() ? List.of() : List.of(line.split(" ", -1))))
                .isEqualTo(2);
        assertThat(said).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void saysThatAReceiptIsNoJson() throws IOException {
        var proof = Files.writeString(folder.resolve("proof"), "{}");
        var receipt = Files.writeString(folder.resolve("receipt"), "PK");

        assertThat(run(List.of(proof.toString(), "--receipt", receipt.toString())))
                .isEqualTo(2);
        assertThat(said).contains("It is not JSON");
    }

    @Test
    void helps() {
        assertThat(run(List.of("--help"))).isZero();
        assertThat(said).contains("usage: ./parvis verify-draw PROOF");
    }

    private static final String HASH = "0000000000000000000000000000000000000000000000000000000000000000";

    private int verify(byte[] proof) throws IOException {
        return run(List.of(Files.write(folder.resolve("proof"), proof).toString()));
    }

    private int run(List<String> words) {
        var out = new ByteArrayOutputStream();
        var code = Main.run(new ArrayList<>(words), new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}
