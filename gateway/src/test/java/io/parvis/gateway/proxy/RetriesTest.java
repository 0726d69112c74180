package io.parvis.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    void repeatsWhateverWasNotSentSomeTimes() {
        var retries = new Retries(false);

        assertThat(retries.allow(false)).isTrue();
        assertThat(retries.allow(false)).isTrue();
        assertThat(retries.allow(false)).isTrue();
        assertThat(retries.allow(false)).isTrue();
        assertThat(retries.allow(false)).isFalse();
    }

    @Test
    void neverRepeatsAWriteThatMayHaveArrived() {
        assertThat(new Retries(false).allow(true)).isFalse();
    }

    @Test
    void repeatsAReadOnceThatMayHaveArrived() {
        var retries = new Retries(true);

        assertThat(retries.allow(true)).isTrue();
        assertThat(retries.allow(true)).isFalse();
    }
}
