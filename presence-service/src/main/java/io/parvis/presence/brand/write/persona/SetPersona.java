package io.parvis.presence.brand.write.persona;

import io.parvis.presence.brand.event.PersonaSet;

record SetPersona(PersonaSet persona) {}
