package io.parvis.torture.check;

import io.parvis.torture.check.SeededDefects.Defect;
import java.util.List;

/** All seeded defects, each with the property that must detect it. */
final class DefectCatalogue {

    static final List<Defect> ALL = List.of(
            new Defect("a lost write", new NothingLost(), LogDefects::lostWrite),
            new Defect("a write at another position than told", new NothingLost(), ClientAndViewDefects::otherPosition),
            new Defect("an answer that its key has forgotten", new NothingLost(), LogDefects::forgottenAnswer),
            new Defect("a doubled entry", new NothingDoubled(), LogDefects::doubledEntry),
            new Defect("half a batch", new NothingHalf(), LogDefects::halfBatch),
            new Defect("a gap", new LogIsWhole(), LogDefects::gap),
            new Defect("time that goes back", new LogIsWhole(), LogDefects::timeGoesBack),
            new Defect("a tag that is not found", new LogIsWhole(), LogDefects::lostTag),
            new Defect("a refusal that was recorded", new RefusedIsAbsent(), ClientAndViewDefects::refusedYetRecorded),
            new Defect("a refusal for no reason", new RefusedIsAbsent(), ClientAndViewDefects::refusedForNoReason),
            new Defect("points denied that were there", new RefusedIsAbsent(), ClientAndViewDefects::deniedPoints),
            new Defect(
                    "a repeat that was answered differently",
                    new UnknownIsSettled(),
                    ClientAndViewDefects::otherAnswer),
            new Defect("a wrong order", new RealTimeOrder(), LogDefects::wrongOrder),
            new Defect("an entry before publication", new DecisionsHold(), LogDefects::entryBeforePublication),
            new Defect("points burned before they were earned", new DecisionsHold(), LogDefects::burnedBeforeEarned),
            new Defect("an event of nobody's", new NothingUnexplained(), LogDefects::nobodys),
            new Defect("a cause without effect", new NothingUnexplained(), LogDefects::noEffect),
            new Defect("a view that skipped one", new ViewsAreAsRebuilt(), ClientAndViewDefects::skippedRow),
            new Defect(
                    "a rebuild that records something", new ViewsAreAsRebuilt(), ClientAndViewDefects::rebuildRecords),
            new Defect("a stale read", new WritersReadTheirWrites(), ClientAndViewDefects::staleRead),
            new Defect("a parked event", new NothingLeftOver(), ClientAndViewDefects::parked));

    private DefectCatalogue() {}
}
