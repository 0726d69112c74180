package io.parvis.engagement.fan.write.register;

import io.parvis.engagement.fan.EmailTaken;
import io.parvis.engagement.fan.event.FanRegistered;

/** Registrations as a replica sends them that is configured otherwise. */
public final class Registrations {

    private Registrations() {}

    public static Object of(FanRegistered fan) {
        return new RegisterFan(fan);
    }

    public static boolean isTaken(Throwable failure) {
        return failure instanceof ExternalIdTaken || failure instanceof EmailTaken;
    }
}
