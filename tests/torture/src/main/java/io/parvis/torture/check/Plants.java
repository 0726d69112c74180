package io.parvis.torture.check;

import io.parvis.torture.check.Planted.Plant;
import java.util.List;

/** The faults that are planted, and the property that must notice each. */
final class Plants {

    static final List<Plant> ALL = List.of(
            new Plant("a lost write", new NothingLost(), PlantsInTheLog::lostWrite),
            new Plant("a write at another position than told", new NothingLost(), PlantsElsewhere::otherPosition),
            new Plant("an answer that its key has forgotten", new NothingLost(), PlantsInTheLog::forgottenAnswer),
            new Plant("a doubled entry", new NothingDoubled(), PlantsInTheLog::doubledEntry),
            new Plant("half a batch", new NothingHalf(), PlantsInTheLog::halfBatch),
            new Plant("a gap", new LogIsWhole(), PlantsInTheLog::gap),
            new Plant("time that goes back", new LogIsWhole(), PlantsInTheLog::timeGoesBack),
            new Plant("a tag that is not found", new LogIsWhole(), PlantsInTheLog::lostTag),
            new Plant("a refusal that was recorded", new RefusedIsAbsent(), PlantsElsewhere::refusedYetRecorded),
            new Plant("a refusal for no reason", new RefusedIsAbsent(), PlantsElsewhere::refusedForNoReason),
            new Plant("points denied that were there", new RefusedIsAbsent(), PlantsElsewhere::deniedPoints),
            new Plant("a repeat that was answered differently", new UnknownIsSettled(), PlantsElsewhere::otherAnswer),
            new Plant("a wrong order", new RealTimeOrder(), PlantsInTheLog::wrongOrder),
            new Plant("an entry before publication", new DecisionsHold(), PlantsInTheLog::entryBeforePublication),
            new Plant("points burned before they were earned", new DecisionsHold(), PlantsInTheLog::burnedBeforeEarned),
            new Plant("an event of nobody's", new NothingUnexplained(), PlantsInTheLog::nobodys),
            new Plant("a cause without effect", new NothingUnexplained(), PlantsInTheLog::noEffect),
            new Plant("a view that skipped one", new ViewsAreAsRebuilt(), PlantsElsewhere::skippedRow),
            new Plant("a rebuild that records something", new ViewsAreAsRebuilt(), PlantsElsewhere::rebuildRecords),
            new Plant("a stale read", new WritersReadTheirWrites(), PlantsElsewhere::staleRead),
            new Plant("a parked event", new NothingLeftOver(), PlantsElsewhere::parked));

    private Plants() {}
}
