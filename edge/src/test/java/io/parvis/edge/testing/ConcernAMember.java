package io.parvis.edge.testing;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.parvis.edge.json.Concerns;

/** A rule over several members names one that there is, so that no pointer leads to a member that nobody can send. */
public final class ConcernAMember extends ArchCondition<JavaMethod> {

    public ConcernAMember() {
        super("name the member that they are told at");
    }

    @Override
    public void check(JavaMethod rule, ConditionEvents events) {
        var member = rule.tryGetAnnotationOfType(Concerns.class).map(Concerns::value);
        boolean named =
                member.isPresent() && rule.getOwner().tryGetField(member.get()).isPresent();
        events.add(new SimpleConditionEvent(rule, named, "%s is told at %s".formatted(rule.getFullName(), member)));
    }
}
