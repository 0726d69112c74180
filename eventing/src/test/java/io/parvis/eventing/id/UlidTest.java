package io.parvis.eventing.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids are unlike each other, and sort by the time at which they were made. */
class UlidTest {

    @Test
    void neverMakesOneTwice() {
        var ids = Stream.generate(Ulid::next).limit(100_000).collect(Collectors.toSet());

        assertThat(ids).hasSize(100_000);
    }

    @Test
    void sortsLaterIdsLater() {
        var earlier = Ulid.next();
        var made = System.currentTimeMillis();
        await().until(() -> System.currentTimeMillis() > made);

        assertThat(Ulid.next()).isGreaterThan(earlier);
    }
}
