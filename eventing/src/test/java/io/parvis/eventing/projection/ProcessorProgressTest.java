package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.junit.jupiter.api.Test;

class ProcessorProgressTest {

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
        var followed = new ProcessorProgress(new Reacting(), EVENTS);

        followed.advanceTo(5, 9, 0);
        followed.advanceTo(5, 20, 0);

        assertThat(followed.seen()).isEqualTo(5);
        assertThat(followed.lastEffect()).isEqualTo(9);
    }

    @Test
    void aProjectionHasNoEffect() {
        var followed = new ProcessorProgress(new RivalProcessorsTest.Seen("test.seen"), EVENTS);

        followed.advanceTo(5, 9, 0);

        assertThat(followed.seen()).isEqualTo(5);
        assertThat(followed.lastEffect()).isZero();
    }

    /** A look that began before is about a log, or a view, that may have lost what was committed last. */
    @Test
    void whatWasLookedUpBeforeItWasForgottenCountsForNothing() {
        var followed = new ProcessorProgress(new Reacting(), EVENTS);
        followed.advanceTo(5, 9, 0);

        followed.forget();
        followed.advanceTo(7, 9, 0);

        assertThat(followed.seen()).isZero();
        assertThat(followed.lastEffect()).isZero();
        followed.advanceTo(3, 4, followed.forgotten());
        assertThat(followed.seen()).isEqualTo(3);
    }
}
