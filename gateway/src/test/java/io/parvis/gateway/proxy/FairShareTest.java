package io.parvis.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairShareTest {

    private final FairShare share = new FairShare(256, 25);

    @Test
    void isAQuarterForTheFirst() {
        assertThat(takes("a")).isEqualTo(64);
    }

    @Test
    void isAQuarterOfWhatOthersLeave() {
        takes("a");

        assertThat(takes("b")).isEqualTo(48);
        assertThat(takes("c")).isEqualTo(36);
    }

    @Test
    void isOneInAnyCase() {
        for (var i = 0; i < 300; i++) {
            share.acquire("other " + i);
        }

        assertThat(takes("a")).isEqualTo(1);
    }

    @Test
    void isGivenBack() {
        takes("a");
        for (var i = 0; i < 64; i++) {
            share.release("a");
        }

        assertThat(takes("b")).isEqualTo(64);
        share.release("b");
        assertThat(takes("b")).isEqualTo(1);
    }

    @Test
    void isEverythingWhereThatIsConfigured() {
        assertThat(takes(new FairShare(2, 100), "a")).isEqualTo(1_000);
    }

    private int takes(String client) {
        return takes(share, client);
    }

    private static int takes(FairShare share, String client) {
        var taken = 0;
        while (taken < 1_000 && share.acquire(client)) {
            taken++;
        }
        return taken;
    }
}
