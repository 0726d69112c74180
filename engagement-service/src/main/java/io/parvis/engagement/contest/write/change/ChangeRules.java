package io.parvis.engagement.contest.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** @param patch RFC 7396, on the rules written last */
record ChangeRules(String contestId, String brandId, ObjectNode patch) {}
