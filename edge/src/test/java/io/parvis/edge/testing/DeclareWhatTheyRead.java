package io.parvis.edge.testing;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.parvis.edge.web.ReadsFrom;

/** A read, or its resource, declares which processors are behind what it answers. */
public final class DeclareWhatTheyRead extends ArchCondition<JavaMethod> {

    public DeclareWhatTheyRead() {
        super("declare which processors are behind what they answer");
    }

    @Override
    public void check(JavaMethod operation, ConditionEvents events) {
        boolean declares = operation.isAnnotatedWith(ReadsFrom.class)
                || operation.getOwner().isAnnotatedWith(ReadsFrom.class);
        events.add(new SimpleConditionEvent(
                operation, declares, operation.getFullName() + (declares ? " declares" : " does not declare") + " it"));
    }
}
