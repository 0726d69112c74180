package io.parvis.engagement.contest.write.change;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.engagement.ContestId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** @param patch RFC 7396, on the rules written last */
record ChangeRules(ContestId contestId, BrandId brandId, ObjectNode patch) {}
