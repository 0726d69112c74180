package io.parvis.edge.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.parvis.eventing.command.DeciderFixture;

/** A test class beside it uses both: what it decides, and the fixture that gives it no more than its boundary reads. */
final class BeTestedThroughTheFixture extends ArchCondition<JavaClass> {

    BeTestedThroughTheFixture() {
        super("be tested through the fixture of deciders");
    }

    @Override
    public void check(JavaClass decider, ConditionEvents events) {
        boolean tested = decider.getDirectDependenciesToSelf().stream()
                .map(use -> use.getOriginClass())
                .filter(user -> user.getPackageName().equals(decider.getPackageName()))
                .anyMatch(BeTestedThroughTheFixture::usesFixture);
        events.add(new SimpleConditionEvent(
                decider, tested, decider.getName() + " is decided in no test through the fixture in its package"));
    }

    private static boolean usesFixture(JavaClass user) {
        return user.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().isEquivalentTo(DeciderFixture.class));
    }
}
