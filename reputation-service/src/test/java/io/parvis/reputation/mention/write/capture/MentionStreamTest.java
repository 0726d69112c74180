package io.parvis.reputation.mention.write.capture;

import static io.parvis.edge.testing.TestCallers.everywhere;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.reputation.KnownBrand;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams as unkind senders send them: each line has its answer, in order, and the summary comes. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class MentionStreamTest {

    @Inject
    PostgresEventStorageEngine engine;

    private String mentions;

    @BeforeEach
    void brandRegistered() {
        mentions = "/v1/brands/" + KnownBrand.registered(new RecordedFacts(engine)) + "/mentions";
    }

    @ParameterizedTest
    @CsvSource({"300, not json", "300, {}", "20000, x", "20000, {}"})
    void endsAfterManyBadLinesInARow(int many, String bad) throws Exception {
        var answers = exchange((bad + "\n").repeat(many));

        assertThat(answers).hasSize(many + 1);
        assertThat(answers.getLast().getInt("summary.rejected")).isEqualTo(many);
    }

    @Test
    void endsAfterThreeHundredLinesOfOneOrigin() throws Exception {
        var answers = exchange(line("same", "again").repeat(300));

        assertThat(answers.getLast().getInt("summary.created")).isEqualTo(1);
        assertThat(answers.getLast().getInt("summary.known")).isEqualTo(299);
    }

    @Test
    void answersEachLineWhateverItHolds() throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        body.writeBytes(line("1", "after a byte order mark").getBytes(UTF_8));
        body.writeBytes(line("2", "CRLF").replace("\n", "\r\n").getBytes(UTF_8));
        body.writeBytes("\n \t \n\r\n".getBytes(UTF_8));
        body.writeBytes(new byte[] {0, 0, 0, '\n'});
        body.writeBytes(new byte[] {'"', (byte) 0xC3, '"', '\n'});
        body.writeBytes(line("8", "x".repeat(2 << 20)).getBytes(UTF_8));
        body.writeBytes(("[".repeat(500_000) + "\n").getBytes(UTF_8));
        body.writeBytes(("{\"source\":".repeat(5_000) + "\n").getBytes(UTF_8));
        body.writeBytes("null\n[]\n1\n\"text\"\n{}\n{}{}\n".getBytes(UTF_8));
        body.writeBytes(line("17", "NUL \\u0000 inside").getBytes(UTF_8));
        body.writeBytes(line("18", "the last, without its end").strip().getBytes(UTF_8));

        var answers = exchange(body.toByteArray());

        var ofLines = answers.subList(0, answers.size() - 1);
        assertThat(ofLines.stream().map(answer -> answer.getInt("line")))
                .as("blank lines count and are not answered")
                .containsExactly(1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
        assertThat(ofLines.stream()
                        .filter(answer -> answer.getString("status").equals("created"))
                        .map(answer -> answer.getInt("line")))
                .containsExactly(1, 2, 18);
        assertThat(ofLines.stream()
                        .filter(answer -> answer.getString("status").equals("rejected"))
                        .map(answer -> answer.getInt("problem.status")))
                .hasSize(12)
                .containsOnly(400);
        assertThat(answers.getLast().getInt("summary.created")).isEqualTo(3);
        assertThat(answers.getLast().getInt("summary.rejected")).isEqualTo(12);
    }

    @Test
    void answersNothingButTheSummaryToBlankLinesAlone() throws Exception {
        var answers = exchange("\n".repeat(1_000_000));

        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().getInt("summary.rejected")).isZero();
    }

    @Test
    void rejectsALineThatIsNeverEnded() throws Exception {
        var piece = "x".repeat(1 << 20).getBytes(UTF_8);
        try (var client = client()) {
            var last = new AtomicReference<String>();
            client.exchange(IntStream.range(0, 50).mapToObj(i -> piece).iterator(), last::set);

            assertThat(JsonPath.from(last.get()).getInt("summary.rejected")).isEqualTo(1);
        }
    }

    @Test
    void answersNothingButTheSummaryToNothing() throws Exception {
        assertThat(exchange("")).hasSize(1);
    }

    /** Another length, such as a million: {@code -Dparvis.intake.lines=1000000 -Dparvis.intake.patience=600}. */
    @Test
    void takesGoodAndBadInTurn() throws Exception {
        int lines = Integer.getInteger("parvis.intake.lines", 20_000);
        var pieces = IntStream.range(0, lines)
                .mapToObj(i ->
                        (i % 2 == 0 ? line("m" + i, "What somebody said, number " + i) : "not json\n").getBytes(UTF_8))
                .iterator();
        try (var client = client()) {
            var answers = new long[1];
            var last = new AtomicReference<String>();
            client.exchange(pieces, line -> {
                answers[0]++;
                last.set(line);
            });

            assertThat(answers[0]).isEqualTo(lines + 1L);
            assertThat(JsonPath.from(last.get()).getInt("summary.created")).isEqualTo(lines / 2);
            assertThat(JsonPath.from(last.get()).getInt("summary.rejected")).isEqualTo(lines / 2);
        }
    }

    private List<JsonPath> exchange(String body) throws Exception {
        return exchange(body.getBytes(UTF_8));
    }

    private List<JsonPath> exchange(byte[] body) throws Exception {
        try (var client = client()) {
            return client.exchange(body);
        }
    }

    private StreamClient client() throws Exception {
        return new StreamClient(mentions, everywhere("partner"));
    }

    static String line(String externalId, String text) {
        return "{\"source\": \"forum\", \"externalId\": \"%s\", \"text\": \"%s\", \"publishedAt\": \"2026-07-04T10:00:00Z\"}\n"
                .formatted(externalId, text);
    }
}
