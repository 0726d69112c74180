package io.parvis.engagement.fan.write.register;

import io.parvis.engagement.fan.event.FanRegistered;

record RegisterFan(FanRegistered fan) {}
