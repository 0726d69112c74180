package io.parvis.eventing.projection;

/** Keeps a view. Everything it changes goes through the session it is given, in the transaction of its token. */
public non-sealed interface Projection extends StreamHandler {}
