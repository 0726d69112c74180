package io.parvis.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyLookupsTest {

    private final List<Promise<Map<String, KeyHolder>>> questions = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final KeyLookups lookups = new KeyLookups(this::asked, 2_000);

    private Future<Map<String, KeyHolder>> asked(Collection<PresentedKey> keys) {
        sizes.add(keys.size());
        questions.add(Promise.promise());
        return questions.getLast().future();
    }

    @Test
    void asksAboutAllThatCameMeanwhileAtOnce() {
        var first = lookups.holder(key(0));
        var others = new ArrayList<Future<Optional<KeyHolder>>>();
        for (var i = 1; i < 900; i++) {
            others.add(lookups.holder(key(i)));
        }

        questions.getFirst().complete(Map.of());
        questions.getLast().complete(Map.of());

        assertThat(sizes).containsExactly(1, 899);
        assertThat(first.result()).isEmpty();
        assertThat(others).allMatch(Future::succeeded);
    }

    @Test
    void givesEachItsOwnAnswer() {
        lookups.holder(key(0));
        var known = lookups.holder(key(1));
        var unknown = lookups.holder(key(2));
        var caller = new KeyHolder("p-1", "k-1", "one", List.of(), null);

        questions.getFirst().complete(Map.of());
        questions.getLast().complete(Map.of(key(1).hash(), caller));

        assertThat(known.result()).contains(caller);
        assertThat(unknown.result()).isEmpty();
    }

    @Test
    void turnsAwayWhoWouldWaitBehindTooMany() {
        for (var i = 0; i < 2_001; i++) {
            lookups.holder(key(i));
        }

        assertThat(lookups.holder(key(2_001)).cause()).isInstanceOf(KeyLookups.QueueFullException.class);
    }

    @Test
    void asksOnAfterAFailure() {
        var failing = lookups.holder(key(0));
        var next = lookups.holder(key(1));

        questions.getFirst().fail("away");
        questions.getLast().complete(Map.of());

        assertThat(failing.failed()).isTrue();
        assertThat(next.result()).isEmpty();
    }

    @Test
    void asksOnAfterAQuestionThatCouldNotEvenBeAsked() {
        var broken = new boolean[] {true};
        var keys = new KeyLookups(
                asked -> {
                    if (broken[0]) {
                        throw new IllegalStateException("closed");
                    }
                    return Future.succeededFuture(Map.of());
                },
                10);
        var first = Future.succeededFuture().compose(any -> keys.holder(key(0)));
        broken[0] = false;

        assertThat(first.failed()).isTrue();
        assertThat(keys.holder(key(1)).result()).isEmpty();
    }

    /** A flood of keys that nobody has must cost the keys that somebody has nothing. */
    @Test
    void keepsWhatItKnowsThroughAFloodOfUnknownKeys() {
        var good = "pv_good_" + "a".repeat(43);
        var asked = new ArrayList<String>();
        var keys = new ApiKeys(
                presented -> {
                    presented.forEach(key -> asked.add(key.id()));
                    var hash = PresentedKey.read(good).orElseThrow().hash();
                    return Future.succeededFuture(Map.of(hash, new KeyHolder("p-1", "good", "good", List.of(), null)));
                },
                Clock.systemUTC(),
                () -> 0,
                new ApiKeysTest.Limits());
        keys.identify(good).toCompletableFuture().join();

        for (var i = 0; i < 1_000; i++) {
            assertThat(keys.identify(text(i)).toCompletableFuture().join()).isInstanceOf(Identification.Refused.class);
        }
        keys.identify(good).toCompletableFuture().join();

        assertThat(asked).filteredOn("good"::equals).hasSize(1);
    }

    private static PresentedKey key(int number) {
        return PresentedKey.read(text(number)).orElseThrow();
    }

    private static String text(int number) {
        return "pv_k-%d_%s".formatted(number, "0".repeat(43));
    }
}
