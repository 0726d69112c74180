package io.parvis.reputation.mention;

import static io.parvis.reputation.mention.OriginIndexes.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.contracts.presence.BrandId;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.event.UpcasterChain;
import io.parvis.reputation.mention.event.MentionCaptured;
import java.io.IOException;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class OriginIndexTest {

    private static final String KEY = key("the first key, of thirty-two bytes or more");
    private static final String NEXT_KEY = key("the second one, as long as the first one is");

    private static final BrandId BRAND = new BrandId("b");
    private static final ExternalId FORTY_TWO = new ExternalId("42");

    private final OriginIndex index = OriginIndexes.of(KEY);

    @Test
    void hidesTheSameAlikeAndAnythingElseOtherwise() {
        assertThat(index.hidden(BRAND, "forum", FORTY_TWO))
                .isEqualTo(index.hidden(BRAND, "forum", FORTY_TWO))
                .isNotEqualTo(index.hidden(new BrandId("c"), "forum", FORTY_TWO))
                .isNotEqualTo(index.hidden(BRAND, "forum4", new ExternalId("2")))
                .isNotEqualTo(OriginIndexes.of(NEXT_KEY).hidden(BRAND, "forum", FORTY_TWO))
                .matches("[0-9a-f]{8}\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void knowsWhatWasHiddenUnderAFormerKey() {
        assertThat(MentionTags.origins(OriginIndexes.of(NEXT_KEY, KEY), BRAND, "forum", FORTY_TWO))
                .startsWith(
                        Tag.of(MentionTags.ORIGIN, OriginIndexes.of(NEXT_KEY).hidden(BRAND, "forum", FORTY_TWO)))
                .contains(Tag.of(MentionTags.ORIGIN, index.hidden(BRAND, "forum", FORTY_TWO)));
    }

    @Test
    void takesNoKeyThatIsTooShortOrNoBase64() {
        assertThatThrownBy(() -> OriginIndexes.of(key("short"))).hasMessageContaining("at least 32 bytes in base64");
        assertThatThrownBy(() -> OriginIndexes.of("?")).hasMessageContaining("at least 32 bytes in base64");
    }

    @Test
    void readsVersionOneAsIfItHadBeenHiddenThen() throws IOException {
        var golden = golden("/golden/MentionCaptured.1.json");
        var formats = new UpcasterChain(List.of(new MentionCapturedUpcaster(index)));

        var current = formats.current(
                "reputation.MentionCaptured", "1", EventJson.mapper().writeValueAsBytes(golden.path("payload")));

        var mention = EventJson.mapper().readValue(current.payload(), MentionCaptured.class);
        assertThat(current.version()).isEqualTo("2");
        assertThat(mention.origin()).isEqualTo(index.hidden(new BrandId("b1"), "forum", FORTY_TWO));
        assertThat(mention.inReplyTo()).isEqualTo(index.hidden(new BrandId("b1"), "forum", new ExternalId("41")));
        assertThat(mention.text()).isEqualTo("C'est génial 🚲");
        assertThat(new String(current.payload(), UTF_8)).doesNotContain("forum.example.org", "externalId", "url");
        assertThat(MentionTags.unkeyed(new BrandId("b1"), "forum", FORTY_TWO))
                .containsExactly("53d95a53b73d851c159055fc8baf3770f715a8a34288c3c64db34c2bf6d9d399");
    }

    @Test
    void readsVersionOneOfWhatRepliesToNothing() throws IOException {
        var payload = (ObjectNode) golden("/golden/MentionCaptured.1.json").path("payload");
        payload.remove("inReplyTo");

        assertThat(new MentionCapturedUpcaster(index).upcast(payload).has("inReplyTo"))
                .isFalse();
    }

    private static JsonNode golden(String file) throws IOException {
        try (var json = OriginIndexTest.class.getResourceAsStream(file)) {
            return EventJson.mapper().readTree(json);
        }
    }
}
