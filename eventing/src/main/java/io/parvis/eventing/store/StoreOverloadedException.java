package io.parvis.eventing.store;

/** More appends wait than the store takes in; nothing was recorded, and trying a little later is right. */
public final class StoreOverloadedException extends RuntimeException {

    StoreOverloadedException() {
        super("Too many appends are waiting", null, false, false);
    }
}
