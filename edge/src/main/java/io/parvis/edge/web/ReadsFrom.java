package io.parvis.edge.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The processors behind what an operation, or all of a resource, answers: those that fill the views it reads, and the
 * automations whose effects belong there. Whoever sends a position waits for these alone. A read that declares nothing
 * waits for all of its service, and a test of every service finds it; what is no read waits for none.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsFrom {

    /** Stands for all processors of the service. */
    String ALL = "*";

    /** Their names; none where only the log is read. A service with a name that nobody has does not start. */
    String[] value();
}
