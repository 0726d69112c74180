package io.parvis.engagement.reward.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.reward.Ledger;
import io.parvis.eventing.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The first version of the events knew no tiers, and is read without a step between. */
class BooksBeforeTiersTest {

    @Test
    void countsForLifeWhatWasEarned() throws IOException {
        assertUnranked(read("/golden/PointsMoved.1.json", PointsMoved.class).ledger());
        assertUnranked(read("/golden/PointsExpired.1.json", PointsExpired.class).ledger());
    }

    @Test
    void knowsAProgrammeWithoutTiers() throws IOException {
        var programme = read("/golden/RewardProgrammeSet.1.json", RewardProgrammeSet.class)
                .programme();

        assertThat(programme.tiers()).isNull();
        assertThat(programme.rules()).isNotEmpty();
    }

    private static void assertUnranked(Ledger ledger) {
        assertThat(ledger.standing().lifetime()).isEqualTo(ledger.earned()).isEqualTo(40);
        assertThat(ledger.standing().months()).isEmpty();
        assertThat(ledger.standing().tier()).isNull();
    }

    private <E> E read(String golden, Class<E> event) throws IOException {
        try (InputStream file = getClass().getResourceAsStream(golden)) {
            return EventJson.mapper()
                    .treeToValue(EventJson.mapper().readTree(file).get("payload"), event);
        }
    }
}
