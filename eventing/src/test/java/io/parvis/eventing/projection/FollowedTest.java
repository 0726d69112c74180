package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.junit.jupiter.api.Test;

class FollowedTest {

    private static final Set<QualifiedName> EVENTS = Set.of(new QualifiedName("test.Happened"));

    private static final class Reacting implements Automation {

        @Override
        public String name() {
            return "test.reacting";
        }

        @Override
        public String sequencedBy() {
            return "thing";
        }
    }

    /** Another process may have reacted: what its command recorded stands before the head in the same moment. */
    @Test
    void anAutomationThatHasGoneOnMayHaveHadItsEffectUpToTheHead() {
        var followed = new Followed(new Reacting(), EVENTS);

        followed.hasSeen(5, 9);
        followed.hasSeen(5, 20);

        assertThat(followed.seen()).isEqualTo(5);
        assertThat(followed.lastEffect()).isEqualTo(9);
    }

    @Test
    void aProjectionHasNoEffect() {
        var followed = new Followed(new RivalProcessorsTest.Seen("test.seen"), EVENTS);

        followed.hasSeen(5, 9);

        assertThat(followed.seen()).isEqualTo(5);
        assertThat(followed.lastEffect()).isZero();
    }
}
