package io.parvis.engagement.contest.write.moderate;

import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.and;
import static io.parvis.engagement.contest.write.ContestFacts.closed;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
import io.parvis.engagement.contest.log.ContestEntries;
import io.parvis.eventing.edge.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Given what happened, when an entry is taken out or back in, then. */
class ModerateEntryTest {

    private static final ContestEntered ENTERED =
            new ContestEntered("e1", "c1", "b1", "f1", 1, OPENS, "0a".repeat(32), "0b".repeat(32), null);
    private static final String LEAF = ContestEntries.secret(ENTERED).leaf().hex();
    private static final EntryInvalidated OUT = new EntryInvalidated("e1", "c1", "b1", "f1", LEAF, "Staff");
    private static final EntryReinstated BACK = new EntryReinstated("e1", "c1", "b1", "f1", LEAF, "Staff");

    private final ModerateEntryHandler handler = new ModerateEntryHandler();

    @Test
    void takesAnEntryOutAndBackInByTheLeafThatTheDrawKnowsItBy() {
        assertThat(decide(entered(), moderate(false))).isEqualTo(List.of(OUT));
        assertThat(decide(entered(OUT), moderate(true))).isEqualTo(List.of(BACK));
        assertThat(decide(entered(OUT, BACK), moderate(false))).isEqualTo(List.of(OUT));
    }

    @Test
    void refusesWhatIsSoAlready() {
        assertThatThrownBy(() -> decide(entered(), moderate(true))).isInstanceOf(EntryIsValid.class);
        assertThatThrownBy(() -> decide(entered(OUT), moderate(false))).isInstanceOf(EntryAlreadyInvalid.class);
    }

    @Test
    void touchesNothingOnceTheContestIsClosedOrCancelled() {
        var cancelled = entered(new ContestCancelled("c1", "b1", "No prize"));

        assertThatThrownBy(() -> decide(and(closed(null), ENTERED), moderate(false)))
                .isInstanceOf(ContestIsClosed.class);
        assertThatThrownBy(() -> decide(and(closed(null), ENTERED, OUT), moderate(true)))
                .isInstanceOf(ContestIsClosed.class);
        assertThatThrownBy(() -> decide(cancelled, moderate(false))).isInstanceOf(ContestIsCancelled.class);
    }

    @Test
    void knowsNoEntryThatIsNotThereNorOneOfAnotherBrand() {
        assertThatThrownBy(() -> decide(published(null), moderate(false))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(entered(), new ModerateEntry("e1", "c1", "b2", "f1", false, "Staff")))
                .isInstanceOf(NotFound.class);
    }

    private static List<Object> entered(Object... more) {
        return and(and(published(null), ENTERED), more);
    }

    private static ModerateEntry moderate(boolean valid) {
        return new ModerateEntry("e1", "c1", "b1", "f1", valid, "Staff");
    }

    private List<?> decide(List<Object> given, ModerateEntry command) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(command, state, OPENS);
    }
}
