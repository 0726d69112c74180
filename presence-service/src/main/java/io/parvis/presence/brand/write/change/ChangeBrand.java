package io.parvis.presence.brand.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.contracts.presence.BrandId;

/** @param patch RFC 7396, on the profile as it is */
record ChangeBrand(BrandId brandId, ObjectNode patch) {}
