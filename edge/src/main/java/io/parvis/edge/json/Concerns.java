package io.parvis.edge.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The member at which a cross-field error is reported. The rule itself
 * ({@code @AssertTrue boolean isOpenForSomeTime()}) has no place in a document that somebody sent; the member has.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Concerns {

    /** The name of a member of the same object. */
    String value();
}
