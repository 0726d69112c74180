package io.parvis.edge.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.eventing.id.Ulid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are opaque. */
class IdsTest {

    @Test
    void takesIdsThatAreMadeHere() {
        var id = Ulid.next();

        assertThat(Ids.valid(id, "thing")).isEqualTo(id).hasSize(26);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "a b", "é", "../x", "a\n"})
    void knowsNothingByAnImpossibleId(String id) {
        assertThatThrownBy(() -> Ids.valid(id, "thing")).isInstanceOf(NotFound.class);
    }
}
