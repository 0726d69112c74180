package io.parvis.torture.check;

import io.parvis.torture.history.Operation;
import io.parvis.torture.history.Read;
import java.util.List;
import java.util.Set;

/**
 * All that is judged.
 *
 * @param log as it stood when everything was quiet, in order of position
 * @param kept the views that went through it all
 * @param rebuilt the same, made from the log afterwards by processes that saw nothing of it
 * @param headAfterRebuild the last position when the rebuilt views were complete
 * @param leftovers what was still wrong after all faults were over and everybody had time: parked events, segments
 *     behind, processes that did not come back, connections beyond what pools may hold
 */
public record Evidence(
        List<Operation> operations,
        List<Read> reads,
        List<LogEvent> log,
        Set<TagRow> tags,
        List<Batch> batches,
        ViewContents kept,
        ViewContents rebuilt,
        long headAfterRebuild,
        List<String> leftovers) {

    Evidence withOperations(List<Operation> others) {
        return new Evidence(others, reads, log, tags, batches, kept, rebuilt, headAfterRebuild, leftovers);
    }

    Evidence withReads(List<Read> others) {
        return new Evidence(operations, others, log, tags, batches, kept, rebuilt, headAfterRebuild, leftovers);
    }

    Evidence withLog(List<LogEvent> other) {
        return new Evidence(operations, reads, other, tags, batches, kept, rebuilt, headAfterRebuild, leftovers);
    }

    Evidence withTags(Set<TagRow> others) {
        return new Evidence(operations, reads, log, others, batches, kept, rebuilt, headAfterRebuild, leftovers);
    }

    Evidence withBatches(List<Batch> others) {
        return new Evidence(operations, reads, log, tags, others, kept, rebuilt, headAfterRebuild, leftovers);
    }

    Evidence withKept(ViewContents others) {
        return new Evidence(operations, reads, log, tags, batches, others, rebuilt, headAfterRebuild, leftovers);
    }

    Evidence withHeadAfterRebuild(long other) {
        return new Evidence(operations, reads, log, tags, batches, kept, rebuilt, other, leftovers);
    }

    Evidence withLeftovers(List<String> others) {
        return new Evidence(operations, reads, log, tags, batches, kept, rebuilt, headAfterRebuild, others);
    }
}
