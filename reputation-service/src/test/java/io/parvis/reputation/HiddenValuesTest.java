package io.parvis.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.HiddenFields;
import org.junit.jupiter.api.Test;

class HiddenValuesTest {

    @Test
    void knowsHowEachHiddenFieldOfAnEventIsHidden() {
        assertThat(HiddenFields.of("io.parvis.reputation"))
                .as("under parvis.mention-index.key")
                .containsExactly("MentionCaptured.inReplyTo", "MentionCaptured.origin");
    }
}
