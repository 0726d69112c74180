package io.parvis.engagement.fan.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.erasure.ErasureJournal.Line;
import io.parvis.engagement.id.FanId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureJournalTest {

    private static final BrandId BRAND = new BrandId("b1");

    private static final Line FIRST = new Line(new FanId("f1"), BRAND, Instant.parse("2026-07-20T09:00:00Z"));
    private static final Line SECOND = new Line(new FanId("f2"), BRAND, Instant.parse("2026-07-21T09:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasNotedByAProcessBefore() {
        journal(folder).add(List.of(FIRST));
        journal(folder).add(List.of(SECOND));

        assertThat(journal(folder).lines()).containsExactly(FIRST, SECOND);
    }

    @Test
    void losesNothingToALineThatACrashCutOff() throws IOException {
        journal(folder).add(List.of(FIRST));
        Files.writeString(folder.resolve("fan-erasures.jsonl"), "{\"fanId\":\"f9", StandardOpenOption.APPEND);

        journal(folder).add(List.of(SECOND));

        assertThat(journal(folder).lines()).containsExactly(FIRST, SECOND);
    }

    @Test
    void holdsNothingButFanBrandAndTime() throws IOException {
        journal(folder).add(List.of(FIRST));

        assertThat(folder.resolve("fan-erasures.jsonl")).hasContent("""
                {"fanId":"f1","brandId":"b1","erasedAt":"2026-07-20T09:00:00Z"}
                """);
    }

    @Test
    void isEmptyWhereNoneIsKept() {
        var none = journal(null);
        none.add(List.of(FIRST));

        assertThat(none.lines()).isEmpty();
        assertThat(none.isKept()).isFalse();
    }

    private static ErasureJournal journal(@Nullable Path folder) {
        return new ErasureJournal(new ErasureConfig() {
            @Override
            public Optional<Path> journal() {
                return Optional.ofNullable(folder);
            }

            @Override
            public Duration lookAgain() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration recycleLog() {
                return Duration.ofSeconds(1);
            }
        });
    }
}
