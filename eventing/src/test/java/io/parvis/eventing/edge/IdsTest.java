package io.parvis.eventing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are opaque, unlike each other, and sort by the time at which they were made. */
class IdsTest {

    @Test
    void makesIdsThatItTakesItself() {
        var id = Ids.next();

        assertThat(Ids.valid(id, "thing")).isEqualTo(id).hasSize(26);
    }

    @Test
    void neverMakesOneTwice() {
        var ids = Stream.generate(Ids::next).limit(100_000).collect(Collectors.toSet());

        assertThat(ids).hasSize(100_000);
    }

    @Test
    void sortsLaterIdsLater() {
        var earlier = Ids.next();
        var made = System.currentTimeMillis();
        await().until(() -> System.currentTimeMillis() > made);

        assertThat(Ids.next()).isGreaterThan(earlier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "a b", "é", "../x", "a\n"})
    void knowsNothingByAnImpossibleId(String id) {
        assertThatThrownBy(() -> Ids.valid(id, "thing")).isInstanceOf(NotFound.class);
    }
}
