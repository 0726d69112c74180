package io.parvis.engagement.contest.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;

/** @param patch RFC 7396, on the rules written last */
record ChangeRules(ContestId contestId, BrandId brandId, ObjectNode patch) {}
