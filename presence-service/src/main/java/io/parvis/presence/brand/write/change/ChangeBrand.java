package io.parvis.presence.brand.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** @param patch RFC 7396, on the profile as it is */
record ChangeBrand(String brandId, ObjectNode patch) {}
