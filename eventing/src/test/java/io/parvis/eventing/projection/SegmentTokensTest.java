package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.junit.jupiter.api.Test;

class SegmentTokensTest {

    private static final List<Segment> THREE = Segment.splitBalanced(Segment.ROOT_SEGMENT, 2);

    @Test
    void anEventIsJudgedByTheTokenOfItsOwnSegmentAlone() {
        IntStream.range(0, 200).mapToObj(Integer::toString).forEach(sequence -> {
            for (var own : THREE) {
                var tokens = tokens(THREE, own, 10);

                assertThat(tokens.haveHandled(sequence, 10)).isEqualTo(own.matches((Object) sequence));
                assertThat(tokens.haveHandled(sequence, 11)).isFalse();
            }
        });
    }

    @Test
    void anEventOfASegmentThatIsMissingIsNotHandled() {
        var two = THREE.subList(0, 2);

        assertThat(IntStream.range(0, 200)
                        .mapToObj(Integer::toString)
                        .filter(THREE.getLast()::matches)
                        .filter(sequence -> tokens(two, two.getFirst(), 10).haveHandled(sequence, 1)))
                .isEmpty();
    }

    /** All others have not begun. */
    private static SegmentTokens tokens(List<Segment> segments, Segment own, long position) {
        return new SegmentTokens(
                segments.stream().map(Segment::getSegmentId).toList(),
                segments.stream().map(Segment::getMask).toList(),
                segments.stream().map(one -> one == own ? position : 0L).toList());
    }
}
