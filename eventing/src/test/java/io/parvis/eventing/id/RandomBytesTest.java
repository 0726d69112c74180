package io.parvis.eventing.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class RandomBytesTest {

    private static final int MANY = 10_000;

    @Test
    void givesNobodyTheSameTwice() {
        assertThat(Stream.generate(() -> new UUID(0, word()).toString()).limit(MANY))
                .doesNotHaveDuplicates();
    }

    private static long word() {
        return ByteBuffer.wrap(RandomBytes.next(Long.BYTES)).getLong();
    }

    @Test
    void setsEveryBitAsOftenAsNot() {
        var set = new int[Byte.SIZE];
        for (var i = 0; i < MANY; i++) {
            for (var bit = 0; bit < Byte.SIZE; bit++) {
                set[bit] += RandomBytes.next(3)[2] >> bit & 1;
            }
        }
        // Ten standard deviations.
        assertThat(Arrays.stream(set).boxed()).allMatch(times -> Math.abs(times - MANY / 2) < 500);
    }

    @Test
    void tellsAxonsMessagesApart() {
        var factory = IdentifierFactory.getInstance();

        assertThat(factory).isInstanceOf(RandomIdentifiers.class);
        assertThat(Stream.generate(factory::generateIdentifier)
                        .limit(MANY)
                        .map(UUID::fromString)
                        .toList())
                .allMatch(id -> id.version() == 4 && id.variant() == 2)
                .doesNotHaveDuplicates();
    }
}
