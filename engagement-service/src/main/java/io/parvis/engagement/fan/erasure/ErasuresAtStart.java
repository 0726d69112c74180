package io.parvis.engagement.fan.erasure;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.erasure.ErasureJournal.Line;
import io.parvis.engagement.fan.personal.VaultMaintenance;
import io.parvis.engagement.fan.write.erase.EraseFan;
import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Erases again what a restore has brought back, before the service opens its port: first what the log tells, in the
 * keys; then what the journal tells and the log does not know any more, as new erasures; and what the journal lacks is
 * added to it.
 */
@ApplicationScoped
class ErasuresAtStart {

    private static final Logger LOG = Logger.getLogger(ErasuresAtStart.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final VaultMaintenance vault;
    private final ErasureJournal journal;
    private final ErasureLog log;
    private final PartitionRewriting leaves;
    private final Commands commands;
    private volatile boolean done;

    ErasuresAtStart(
            VaultMaintenance vault,
            ErasureJournal journal,
            ErasureLog log,
            PartitionRewriting leaves,
            Commands commands) {
        this.vault = vault;
        this.journal = journal;
        this.log = log;
        this.leaves = leaves;
        this.commands = commands;
    }

    boolean areDone() {
        return done;
    }

    /** After the migrations, and before Axon and with it any processor starts. */
    void applyLog(@Observes @Priority(40) StartupEvent starting) {
        if (!journal.isKept()) {
            LOG.warn(
                    "Erasures are not noted outside of the database (parvis.erasure.journal): restored to a time before"
                            + " one, it would have forgotten it");
        }
        var destroyed = vault.applyErasures(null).await().atMost(PATIENCE);
        if (destroyed > 0) {
            LOG.warnf("%d keys and index entries had come back, and are destroyed again", destroyed);
        }
    }

    /** Once commands can be sent. */
    void applyJournal(@Observes @Priority(60) StartupEvent starting) {
        reconcile();
        leaves.pass().await().atMost(PATIENCE);
        done = true;
    }

    /** @return how many erasures the log had lost */
    int reconcile() {
        var noted = journal.lines();
        var recorded = log.all().await().atMost(PATIENCE);
        var inLog = recorded.stream().map(Line::fanId).collect(Collectors.toSet());
        var inJournal = noted.stream().map(Line::fanId).collect(Collectors.toCollection(HashSet::new));
        var lost = noted.stream().filter(line -> inLog.add(line.fanId())).toList();
        journal.add(
                recorded.stream().filter(line -> inJournal.add(line.fanId())).toList());
        var again = eraseAgain(lost).await().atMost(PATIENCE);
        if (again > 0) {
            LOG.warnf("%d fans had come back with an older database, and are erased again", again);
        }
        return again;
    }

    private Uni<Integer> eraseAgain(List<Line> lost) {
        return Multi.createFrom()
                .iterable(lost)
                .onItem()
                .transformToUniAndConcatenate(this::eraseAgain)
                .collect()
                .with(Collectors.summingInt(erased -> erased));
    }

    private Uni<Integer> eraseAgain(Line line) {
        var cause = UUID.randomUUID().toString();
        var terms = new CommandContext(cause, cause, "system:erasure-journal", null, null);
        return commands.send(new EraseFan(line.fanId(), line.brandId(), null), terms)
                .chain(outcome -> vault.applyErasures(line.fanId()).replaceWith(1))
                // As old as that: the fan had not even been registered.
                .onFailure(NotFound.class)
                .recoverWithItem(0);
    }
}
