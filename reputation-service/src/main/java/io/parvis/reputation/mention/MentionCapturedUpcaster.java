package io.parvis.reputation.mention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.contracts.presence.BrandId;
import io.parvis.eventing.event.Upcaster;
import jakarta.inject.Singleton;

/**
 * Version 1 had external ids and the address in clear. What stands in the log stands there, so such logs are for
 * development only; whoever reads them gets no more than of version 2.
 */
@Singleton
class MentionCapturedUpcaster implements Upcaster {

    private final OriginIndex index;

    MentionCapturedUpcaster(OriginIndex index) {
        this.index = index;
    }

    @Override
    public String eventName() {
        return "reputation.MentionCaptured";
    }

    @Override
    public String fromVersion() {
        return "1";
    }

    @Override
    public String toVersion() {
        return "2";
    }

    @Override
    public ObjectNode upcast(ObjectNode mention) {
        var externalId = mention.remove("externalId").asText();
        var inReplyTo = mention.remove("inReplyTo");
        mention.remove("url");
        mention.put("origin", hidden(mention, new ExternalId(externalId)));
        if (inReplyTo != null && !inReplyTo.isNull()) {
            mention.put("inReplyTo", hidden(mention, new ExternalId(inReplyTo.asText())));
        }
        return mention;
    }

    private String hidden(ObjectNode mention, ExternalId externalId) {
        return index.hidden(
                new BrandId(mention.path("brandId").asText()),
                mention.path("source").asText(),
                externalId);
    }
}
