package io.parvis.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ours writes what the well-known implementation makes of the same document, however it was written. */
class JcsOracleTest {

    private static final int DOCUMENTS = 3_000;
    private static final int DEEPEST = 4;

    private final Random random = new Random(8785);
    private final ObjectMapper anyOrder = new ObjectMapper();

    @Test
    void writesWhatTheLibraryMakesOfAnyDocument() throws IOException {
        for (var i = 0; i < DOCUMENTS; i++) {
            var document = object(0);

            assertThat(CanonicalJson.bytes(document))
                    .as("%s", document)
                    .isEqualTo(new JsonCanonicalizer(anyOrder.writeValueAsString(document)).getEncodedUTF8());
        }
    }

    private Object object(int depth) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var i = random.nextInt(5); i >= 0; i--) {
            members.put(text(), value(depth + 1));
        }
        return members;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 8 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong(1L << 53) * (random.nextBoolean() ? 1 : -1);
            case 4 -> real();
            case 5 -> text();
            case 6 -> list(depth);
            default -> object(depth);
        };
    }

    private Object list(int depth) {
        var items = new ArrayList<@Nullable Object>();
        for (var i = random.nextInt(4); i > 0; i--) {
            items.add(value(depth + 1));
        }
        return items;
    }

    /** Any double at all: most are very large or very small. */
    private double real() {
        for (; ; ) {
            var any = random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : random.nextInt() / 1e4;
            if (Double.isFinite(any)) {
                return any;
            }
        }
    }

    /** Of all planes, what must be escaped included. */
    private String text() {
        var text = new StringBuilder();
        for (var i = random.nextInt(6); i >= 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> random.nextInt(0x20, 0x7f);
                        case 2 -> random.nextInt(0xe000, 0x10000);
                        default -> random.nextInt(0x10000, 0x110000);
                    });
        }
        return text.toString();
    }
}
