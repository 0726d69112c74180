package io.parvis.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.HiddenFields;
import org.junit.jupiter.api.Test;

class HiddenValuesTest {

    @Test
    void knowsHowEachHiddenFieldOfAnEventIsHidden() {
        assertThat(HiddenFields.of("io.parvis.presence"))
                .as("fields of its own")
                .isEmpty();
        assertThat(HiddenFields.of("io.parvis.contracts"))
                .as("digests of what everybody may read")
                .containsExactly("ContestPublished.officialRulesSha256");
    }
}
