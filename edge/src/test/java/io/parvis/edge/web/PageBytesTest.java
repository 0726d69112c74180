package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page ends where it would come to more than it may hold. */
class PageBytesTest {

    private static final int HALF = PageRequest.MAX_BYTES / 2;

    @Test
    void holdsWhatFitsWithinTheLimit() {
        assertThat(shown("200", HALF, HALF, 1)).isEqualTo(2);
        assertThat(shown("200", HALF, HALF + 1, 1)).isEqualTo(1);
        assertThat(shown("1", 1, 1, 1)).isEqualTo(1);
    }

    @Test
    void holdsOneRowHoweverLarge() {
        assertThat(shown("200", Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    void asksForOneMoreThanItShows() {
        var page = request("200");
        page.fit(List.of(HALF, HALF, HALF));

        assertThat(page.shown()).isEqualTo(2);
        assertThat(page.fetch()).isEqualTo(3);
    }

    @Test
    void showsAsManyAsAskedWhereNothingIsLarge() {
        var page = request("200");
        page.fit(Collections.nCopies(200, 100));

        assertThat(page.shown()).isEqualTo(200);
    }

    private static int shown(String limit, Integer... bytes) {
        var page = request(limit);
        page.fit(List.of(bytes));
        return page.shown();
    }

    private static PageRequest request(String limit) {
        var page = new PageRequest();
        page.limit = limit;
        return page;
    }
}
