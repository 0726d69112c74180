package io.parvis.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.torture.check.LostCommits.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostCommitsTest {

    private final Evidence good = GoodEvidence.make();
    private final Evidence shorter = good.withLog(good.log().subList(0, 1));

    @Test
    void whatWasAnsweredMeanwhileMayBeGone() {
        var meanwhile = new LostCommits(List.of(new Span(Long.MIN_VALUE, Long.MAX_VALUE)));

        assertThat(violations(meanwhile.discount(shorter))).isEmpty();
    }

    @Test
    void whatWasAnsweredBeforeMayNot() {
        var afterwards = new LostCommits(List.of(new Span(Long.MAX_VALUE - 1, Long.MAX_VALUE)));

        assertThat(violations(afterwards.discount(shorter))).isNotEmpty();
    }

    @Test
    void nothingElseIsDiscounted() {
        assertThat(new LostCommits(List.of()).discount(good)).isEqualTo(good);
    }

    private static List<String> violations(Evidence evidence) {
        return new NothingLost().check(new Facts(evidence)).violations();
    }
}
