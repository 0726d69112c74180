package io.parvis.eventing.store;

/** What was asked for lies on a line of the log that is no more. What is asked anew is answered from the log there is. */
public final class AnotherLifeException extends RuntimeException {

    public AnotherLifeException(String what) {
        super(what, null, false, false);
    }
}
