package io.parvis.edge.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whoever has one of these roles for the brand of the path ({@code brandId}) may ask for the operation. Every operation
 * declares exactly one of this and its kin; one that declares none is refused to everybody, and a test of every service
 * finds it. It is checked before the body is read.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    Role[] value();

    /** Whoever has any grant for the brand of the path may. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ToEveryRole {}

    /** Whoever has one of these roles for the whole suite may. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ForSuite {
        Role[] value();
    }

    /** Whoever is known may: what they see depends on who they are. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ToEveryCaller {}

    /** Anybody may, and is not asked who they are. Such operations lie below {@code /v1/public/}. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ToEverybody {}
}
