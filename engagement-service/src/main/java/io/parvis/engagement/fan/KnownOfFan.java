package io.parvis.engagement.fan;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a capability knows of a fan, for the export of everything; a CDI bean of each capability that knows something. */
public interface KnownOfFan {

    /** What the export calls it, such as {@code entries}; unique. */
    String name();

    /** All of it, newest first; records that JSON is made of. */
    Uni<? extends List<?>> of(Mutiny.Session session, String fanId);
}
