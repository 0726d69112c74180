package io.parvis.reputation.mention.write.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.Unavailable;
import io.parvis.reputation.mention.write.capture.IntakeMemoryLimit.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeMemoryLimitTest {

    private final List<String> called = new ArrayList<>();
    private final IntakeMemoryLimit memory = memory(3, 100);

    @Test
    void hasRoomForSoManyBytesOfAllStreamsTogether() {
        var one = stream("one");
        var other = stream("other");

        assertThat(one.take(60)).isTrue();
        assertThat(other.take(40)).isTrue();
        assertThat(other.take(1)).isFalse();
        assertThat(memory.underWay()).isEqualTo(100);
    }

    @Test
    void letsWhoeverCameFirstGoFirst() {
        var full = stream("full");
        var big = stream("big");
        var small = stream("small");
        full.take(100);

        assertThat(big.take(90)).isFalse();
        assertThat(small.take(10)).isFalse();
        full.giveBack(50);

        assertThat(called).as("the small one does not overtake").isEmpty();
        full.giveBack(50);
        assertThat(called).containsExactly("big", "small");
        assertThat(big.take(90)).isTrue();
        assertThat(small.take(10)).isTrue();
    }

    @Test
    void takesALineThatIsLongerThanAllTheRoomAlone() {
        var one = stream("one");

        assertThat(one.take(1000)).isTrue();
        assertThat(one.take(1)).isFalse();
        one.giveBack(1000);
        assertThat(one.take(1)).isTrue();
    }

    @Test
    void hasPlacesForSoManyStreams() {
        var one = stream("one");
        stream("two");
        stream("three");

        assertThatThrownBy(() -> stream("four")).isInstanceOf(Unavailable.class);
        one.close();
        one.close();
        stream("four");
        assertThatThrownBy(() -> stream("five")).isInstanceOf(Unavailable.class);
    }

    @Test
    void keepsNothingForAStreamThatIsOver() {
        var full = stream("full");
        var waiting = stream("waiting");
        var granted = stream("granted");
        full.take(100);
        waiting.take(50);
        granted.take(100);
        waiting.close();
        full.giveBack(100);

        assertThat(called).containsExactly("granted");
        granted.close();
        assertThat(memory.underWay()).isZero();
    }

    private Share stream(String name) {
        return memory.open(() -> called.add(name));
    }

    private static IntakeMemoryLimit memory(int streams, int bytes) {
        long heap = Runtime.getRuntime().maxMemory();
        return new IntakeMemoryLimit(new IntakeConfig() {
            @Override
            public long heapPerStream() {
                return heap / streams;
            }

            @Override
            public int heapPerByteUnderWay() {
                return (int) (heap / bytes);
            }

            @Override
            public Duration idleTimeout() {
                return Duration.ofMinutes(1);
            }
        });
    }
}
