package io.parvis.engagement.fan.write.register;

import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.invitation.Invitation;

/** @param invitation by which the fan came */
record RegisterFan(FanRegistered fan, Invitation invitation) {

    RegisterFan(FanRegistered fan) {
        this(fan, Invitation.NONE);
    }
}
