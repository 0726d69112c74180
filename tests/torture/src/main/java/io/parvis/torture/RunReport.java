package io.parvis.torture;

import io.parvis.torture.check.Evidence;
import io.parvis.torture.check.SeededDefects;
import io.parvis.torture.check.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param faults how often what happened
 * @param planted what the checker noticed when this run's evidence was spoilt, to show that it can fail
 */
record RunReport(
        Plan plan,
        Evidence evidence,
        String counts,
        Map<String, Integer> faults,
        List<Verdict> verdicts,
        List<SeededDefects.Result> planted) {

    private static final int SHOWN = 10;

    boolean allHold() {
        return verdicts.stream().allMatch(Verdict::holds) && planted.stream().allMatch(SeededDefects.Result::noticed);
    }

    void print(PrintStream out) {
        out.println();
        out.println("Seed " + plan.seed() + ": " + counts);
        faults.forEach((fault, times) -> out.printf("  %5d x %s%n", times, fault));
        OutcomeCounts.of(evidence).forEach((what, times) -> out.printf("  %5d x %s%n", times, what));
        out.println();
        for (var verdict : verdicts) {
            out.printf("%-6s %-55s %s%n", verdict.holds() ? "holds" : "FAILS", verdict.property(), verdict.numbers());
            verdict.violations().stream().limit(SHOWN).forEach(violation -> out.println("       - " + violation));
        }
        var missed = planted.stream().filter(result -> !result.noticed()).toList();
        out.printf(
                "%-6s %-55s %s%n",
                missed.isEmpty() ? "holds" : "FAILS",
                "the checker notices what is planted",
                planted.size() - missed.size() + " of " + planted.size()
                        + missed.stream()
                                .map(result -> ", not: " + result.fault())
                                .collect(Collectors.joining()));
    }
}
