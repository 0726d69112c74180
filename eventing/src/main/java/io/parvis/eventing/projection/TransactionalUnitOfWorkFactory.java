package io.parvis.eventing.projection;

import io.parvis.eventing.event.NewerEventException;
import io.parvis.eventing.projection.DeadLetterQueue.HandlingFailed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.common.FutureUtils;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.UnitOfWork;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkConfiguration;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jboss.logging.Logger;

/**
 * Gives each unit of work of a processor its view transaction. Phases stay on the worker's thread: Axon joins on
 * storing the token, and would join on the very event loop that has to store it.
 */
final class TransactionalUnitOfWorkFactory implements UnitOfWorkFactory {

    private static final Logger LOG = Logger.getLogger(TransactionalUnitOfWorkFactory.class);

    private final UnitOfWorkFactory units;
    private final ViewTransactions transactions;
    private final ViewTokenStore tokens;
    private final DeadLetterQueue deadLetters;
    private final Progress progress;
    private final String processor;

    TransactionalUnitOfWorkFactory(
            UnitOfWorkFactory units,
            ViewTransactions transactions,
            ViewTokenStore tokens,
            DeadLetterQueue deadLetters,
            Progress progress,
            String processor) {
        this.units = units;
        this.transactions = transactions;
        this.tokens = tokens;
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.processor = processor;
    }

    @Override
    public UnitOfWork create(
            String identifier, Function<UnitOfWorkConfiguration, UnitOfWorkConfiguration> customization) {
        var unit = units.create(identifier, customization.andThen(UnitOfWorkConfiguration::forcedSameThreadInvocation));
        var transaction = transactions.begin();
        unit.runOnPreInvocation(transaction::joinTo);
        unit.onCommit(processing -> transaction.commit());
        unit.runOnAfterCommit(processing -> progress.committed());
        unit.onError((processing, phase, failure) -> {
            var ended = transaction.rollback();
            // Token housekeeping fails for reasons of its own; only a batch has a token to lose.
            if (processing.getResource(TrackingToken.RESOURCE_KEY) != null) {
                var cause = FutureUtils.unwrap(failure);
                ended = ended.thenCompose(done -> failed(processing, cause)).thenApply(settled -> null);
            }
            waitFor(ended);
        });
        return unit;
    }

    /** A batch that only a newer release can handle is left to it; its failure is none of the events'. */
    private CompletableFuture<?> failed(ProcessingContext batch, Throwable cause) {
        int segment = batch.getResource(Segment.RESOURCE_KEY).getSegmentId();
        if (cause instanceof HandlingFailed handling && NewerEventException.in(handling)) {
            LOG.warnf("%s[%d] is left to a newer release: %s", processor, segment, cause.getMessage());
            return tokens.leave(processor, segment, handling.position());
        }
        return deadLetters.failed(processor, segment, cause);
    }

    /** The segment must not be taken up again before the database has let go of the failed batch. */
    private static void waitFor(CompletableFuture<Void> ended) {
        try {
            ended.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.warnf("A rolled back batch has not ended yet: %s", late);
        }
    }
}
