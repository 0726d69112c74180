package io.parvis.engagement.fan.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Erasures, one a line, in a file outside of the database. It is only added to, and a line is on the disk before anybody
 * is told. Its methods block.
 */
@ApplicationScoped
class ErasureJournal {

    private static final String FILE = "fan-erasures.jsonl";

    private final @Nullable Path file;

    /** By this process: a request and the projection both come with the same erasure. */
    private final Set<FanId> noted = new HashSet<>();

    ErasureJournal(ErasureConfig config) {
        this.file = config.journal().map(folder -> folder.resolve(FILE)).orElse(null);
    }

    /** Whom it concerns, and when it was asked for: nothing that names a person. */
    record Line(FanId fanId, BrandId brandId, Instant erasedAt) {}

    boolean isKept() {
        return file != null;
    }

    /** Returns when the lines are on the disk; a fan may stand there more than once. */
    synchronized void add(List<Line> lines) {
        var news = lines.stream().filter(line -> !noted.contains(line.fanId())).toList();
        if (file == null || news.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            try (var channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                channel.position(channel.size());
                var text = new StringBuilder(endsMidLine(channel) ? "\n" : "");
                for (var line : news) {
                    text.append(EventJson.mapper().writeValueAsString(line)).append('\n');
                }
                var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            news.forEach(line -> noted.add(line.fanId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a crash leaves it: the line was not acknowledged, and must not swallow the next. */
    private static boolean endsMidLine(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return false;
        }
        var last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }

    /** All that was ever noted, but what a crash cut off. */
    List<Line> lines() {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        try (var reader = Files.newBufferedReader(file)) {
            for (String text; (text = reader.readLine()) != null; ) {
                try {
                    lines.add(EventJson.mapper().readValue(text, Line.class));
                } catch (JsonProcessingException cutOff) {
                    // Nobody was told that it was done.
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
