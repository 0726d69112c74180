package io.parvis.edge.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Of Parvis, a service knows itself, edge, eventing, contracts and proofs. */
final class OnlyKnows extends ArchCondition<JavaClass> {

    private final String base;

    OnlyKnows(String base) {
        super("know nothing of Parvis but itself, edge, eventing, contracts and proofs");
        this.base = base;
    }

    @Override
    public void check(JavaClass knower, ConditionEvents events) {
        knower.getDirectDependenciesFromSelf().forEach(dependency -> {
            var known = dependency.getTargetClass().getPackageName();
            boolean fine = !known.startsWith("io.parvis.")
                    || known.startsWith(base)
                    || known.startsWith("io.parvis.edge")
                    || known.startsWith("io.parvis.eventing")
                    || known.startsWith("io.parvis.eventloop")
                    || known.startsWith("io.parvis.contracts")
                    || known.startsWith("io.parvis.proofs");
            events.add(new SimpleConditionEvent(knower, fine, dependency.getDescription()));
        });
    }
}
