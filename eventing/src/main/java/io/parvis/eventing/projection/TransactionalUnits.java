package io.parvis.eventing.projection;

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
final class TransactionalUnits implements UnitOfWorkFactory {

    private static final Logger LOG = Logger.getLogger(TransactionalUnits.class);

    private final UnitOfWorkFactory units;
    private final ViewTransactions transactions;
    private final Parking parking;
    private final Progress progress;
    private final String processor;

    TransactionalUnits(
            UnitOfWorkFactory units,
            ViewTransactions transactions,
            Parking parking,
            Progress progress,
            String processor) {
        this.units = units;
        this.transactions = transactions;
        this.parking = parking;
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
                ended = ended.thenCompose(done -> parking.failed(processor, segmentOf(processing), cause))
                        .thenApply(counted -> null);
            }
            waitFor(ended);
        });
        return unit;
    }

    private static int segmentOf(ProcessingContext batch) {
        return batch.getResource(Segment.RESOURCE_KEY).getSegmentId();
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
