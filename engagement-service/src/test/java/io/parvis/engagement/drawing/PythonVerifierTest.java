package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A second verifier, written from docs/draw-proof.md alone, comes to the same answers. Needs python3. */
@Tag("slow")
class PythonVerifierTest {

    private static final String SCRIPT = "src/test/resources/draw/verify_draw.py";

    @TempDir
    Path folder;

    private Verifier files;
    private String said = "";

    @BeforeEach
    void needsPython() throws InterruptedException {
        files = new Verifier(folder);
        var found = exists();
        if (!found) {
            System.out.println("SKIPPED: there is no python3, so the second verifier did not run");
        }
        assumeTrue(found, "python3 is needed for the second verifier");
    }

    @Test
    void verifiesAllKindsOfContests() throws Exception {
        var trusting = new Organiser();
        trusting.beacon = null;
        trusting.enter("ada");
        var unknown = new Organiser();
        unknown.beacon = new Beacon("The lottery of Saturday", 12);
        unknown.enter("ada");

        for (var organiser : List.of(Organiser.eventful(), Organiser.example(), new Organiser(), trusting, unknown)) {
            var proof = files.file("proof.json", organiser.bytes());
            assertThat(python(proof, "--root", organiser.close().merkleRoot().hex()))
                    .as(said)
                    .isZero();
        }
    }

    @Test
    void verifiesAnInstantWinAndNoticesWhatTheOrganiserChanges() throws Exception {
        var organiser = new InstantOrganiser();
        var receipt = files.json("receipt.json", organiser.receipts.get(3));
        var honest = files.file("honest.json", organiser.bytes());
        organiser.wonBy.set(1, organiser.position(4));
        var another = files.file("another.json", organiser.bytes());

        assertThat(python(honest, "--receipt", receipt)).as(said).isZero();
        assertThat(python(another)).isEqualTo(1);
        assertThat(said).contains("the winners are others");
        assertThat(python("--every-byte", honest)).as(said).isZero();
        System.out.print("python3, instant win: " + said);
    }

    @Test
    void noticesAnyByte() throws Exception {
        var code = python(
                "--every-byte", files.file("proof.json", Organiser.eventful().bytes()));
        System.out.print("python3: " + said);

        assertThat(code).as(said).isZero();
    }

    @Test
    void holdsAProofAgainstWhatWasPinned() throws Exception {
        var proof = files.file("proof.json", Organiser.eventful().bytes());
        var another = Organiser.bytes("another").hex();

        assertThat(python(proof, "--root", another)).isEqualTo(1);
        assertThat(python(proof, "--seed-commitment", another)).isEqualTo(1);
        assertThat(python(proof, "--public-key", another)).isEqualTo(1);
    }

    @Test
    void convictsAListThatLeftAReceiptOut() throws Exception {
        var organiser = new Organiser();
        organiser.enter("ada");
        organiser.enter("bo");
        var receipt = files.json("receipt.json", organiser.receipts.getFirst());

        assertThat(python(files.file("proof.json", organiser.bytes()), "--receipt", receipt))
                .as(said)
                .isZero();
        organiser.entries.removeFirst();
        assertThat(python(files.file("proof.json", organiser.bytes()), "--receipt", receipt))
                .isEqualTo(1);
        assertThat(said).contains("CONVICTS");
    }

    /** Neither knows a year that RFC 3339 cannot write, so that nobody can show the one and hide the other. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-04T10:00:00Z,  2026-07-26T20:00:00Z,   0",
        "2026-07-04T10:00:00Z,  +10000-01-01T00:00:00Z, 1",
        "2026-07-04T10:00:00Z,  +12345-01-01T00:00:00Z, 1",
        "0000-01-01T00:00:00Z,  2026-07-26T20:00:00Z,   1",
        "-0001-01-01T00:00:00Z, 2026-07-26T20:00:00Z,   1",
        "0001-01-01T00:00:00Z,  9999-12-31T23:00:00Z,   0"
    })
    void judgesTheYearsOfAContestAsTheVerifierThatIsShipped(Instant opens, Instant closes, int code) throws Exception {
        var organiser = new Organiser();
        organiser.beacon = null;
        organiser.rules.clear();
        var rules = Organiser.rules(1, closes, Organiser.PRIZES);
        organiser.inForce(
                new DrawRules(1, opens, closes, rules.officialRulesSha256(), rules.prizes(), rules.terms()),
                opens.plusSeconds(1));
        organiser.enter("ada");
        organiser.closedAt = closes.plusSeconds(1);
        var proof = organiser.bytes();

        assertThat(python(files.file("proof.json", proof))).as(said).isEqualTo(code);
        assertThat(files.verify(proof).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-04T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-07-04T10:00Z",
                "2026-07-04T10:00:00.1234567890Z",
                "2026-07-04T10:00:00.Z",
                "2026-07-04t10:00:00Z",
                "2026-07-04T10:00:00z",
                "2026-07-04T10:00:00+00:00",
                "2026-02-29T10:00:00Z",
                "+2026-07-04T10:00:00Z",
                "0000-07-04T10:00:00Z",
                "10000-01-01T00:00:00Z",
                "\u0662\u0660\u0662\u0666-07-04T10:00:00Z",
                "2026-07-04T10:00:00Z\n"
            })
    void refusesATimeThatIsNone(String time) throws Exception {
        var check = "import runpy, sys; runpy.run_path('%s')['time'](sys.argv[1], 'at')".formatted(SCRIPT);

        assertThat(run(List.of("python3", "-I", "-c", check, time))).as(said).isNotZero();
        assertThat(said).contains("is not a time in UTC");
        assertThat(run(List.of("python3", "-I", "-c", check, "2026-07-04T10:00:00.123456789Z")))
                .as(said)
                .isZero();
    }

    private int python(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", "-I", SCRIPT));
        command.addAll(List.of(words));
        return run(command);
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private static boolean exists() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "pass").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
