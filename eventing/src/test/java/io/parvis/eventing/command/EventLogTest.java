package io.parvis.eventing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.eventing.command.EventLog.Fact;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class EventLogTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Event(namespace = "test", name = "PageWritten", version = "1")
    record Written(@EventTag(key = "log-test") String book, int page) {}

    @Event(namespace = "test", name = "PageTorn", version = "1")
    record Torn(@EventTag(key = "log-test") String book, int page) {}

    /** The same event as another class knows it, which cannot read it. */
    @Event(namespace = "test", name = "PageTorn", version = "1")
    record TornOtherwise(List<String> page) {}

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventReader reader;

    @Inject
    EventConverter converter;

    @Inject
    Vertx vertx;

    private final String book = UUID.randomUUID().toString();
    private final Tag tag = Tag.of("log-test", book);

    @Test
    void foldsTheEventsOfTheBoundaryInTheirOrder() {
        record(new Written(book, 1), new Torn(book, 1), new Written("another", 9), new Written(book, 2));

        assertThat(folded(Criterion.tagged(tag, Written.class)))
                .containsExactly(new Written(book, 1), new Written(book, 2));
        assertThat(folded(Criterion.tagged(tag, Written.class, Torn.class)))
                .containsExactly(new Written(book, 1), new Torn(book, 1), new Written(book, 2));
    }

    @Test
    void isWhatItWasInitiallyWhereNothingHappened() {
        assertThat(folded(Criterion.tagged(tag, Written.class))).isEmpty();
    }

    @Test
    void readsTheNewestAloneWhereThatSaysItAll() {
        record(new Written(book, 1), new Written(book, 2), new Torn(book, 2));

        assertThat(folded(Criterion.latest(tag, Written.class))).containsExactly(new Written(book, 2));
    }

    @Test
    void tellsWhereAndWhenItWasRecorded() {
        var position = record(new Written(book, 1));

        var facts = of(log().foldFacts(boundary(), List.<Fact>of(), (before, fact) -> List.of(fact)));

        assertThat(facts).extracting(Fact::position).containsExactly(position);
        assertThat(facts).extracting(Fact::event).containsExactly(new Written(book, 1));
        assertThat(facts).extracting(Fact::at).doesNotContainNull();
    }

    @Test
    void foldsFromTheBeginningForEachWhoAsks() {
        record(new Written(book, 1));
        var pages = log().fold(boundary(), 0, (sum, event) -> sum + 1);

        assertThat(of(pages)).isEqualTo(1);
        record(new Written(book, 2));
        assertThat(of(pages)).isEqualTo(2);
    }

    @Test
    void failsWhereAnEventOfTheBoundaryCannotBeRead() {
        record(new Torn(book, 1));

        assertThatThrownBy(() -> folded(Criterion.tagged(tag, TornOtherwise.class)))
                .hasMessageContaining("PageTorn");
        assertThat(folded(Criterion.tagged(tag, Written.class))).isEmpty();
    }

    @Test
    void answersOnTheCallersContext() {
        var context = vertx.getOrCreateContext();
        var answeredOn = new CompletableFuture<Context>();

        context.runOnContext(now -> log().fold(boundary(), 0, (sum, event) -> sum)
                .subscribe()
                .with(done -> answeredOn.complete(Vertx.currentContext()), answeredOn::completeExceptionally));

        assertThat(answeredOn).succeedsWithin(TIMEOUT).isSameAs(context);
    }

    @Test
    void goesThroughWhatIsLongPageByPageUpToAPosition() {
        record(new Written(book, 1), new Torn(book, 1), new Written(book, 2));
        var end = record(new Written(book, 3));
        record(new Written(book, 4));

        var pages = of(log().pages(tag, new Class<?>[] {Written.class}, end + 1, 2)
                .map(page -> page.stream()
                        .map(fact -> ((Written) fact.event()).page())
                        .toList())
                .collect()
                .asList());

        assertThat(pages.stream().flatMap(List::stream)).containsExactly(1, 2, 3);
        assertThat(pages).hasSizeGreaterThan(1);
    }

    private EventLog log() {
        return new EventLog(engine, reader, converter);
    }

    private Boundary boundary() {
        return Boundary.reading(Criterion.tagged(tag, Written.class));
    }

    private List<Object> folded(Criterion criterion) {
        return of(log().fold(Boundary.reading(criterion), List.of(), (before, event) -> {
            var all = new ArrayList<>(before);
            all.add(event);
            return all;
        }));
    }

    private static <T> T of(Uni<T> asked) {
        return asked.await().atMost(TIMEOUT);
    }

    /** Where the last of them stands. */
    private long record(Object... events) {
        long position = 0;
        for (var event : events) {
            position = new RecordedFacts(engine).record(event);
        }
        return position;
    }
}
