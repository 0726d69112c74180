package io.parvis.eventing.store;

import io.vertx.core.Vertx;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.StubProcessingContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** Axon's own suite for storage engines, unmodified. */
@Tag("slow")
class AxonConformanceTest extends StorageEngineTestSuite<PostgresEventStorageEngine> {

    private final Vertx vertx = Vertx.vertx();

    @Override
    protected PostgresEventStorageEngine buildStorageEngine() {
        return EngineUnderTest.engine(vertx);
    }

    @Override
    protected ProcessingContext processingContext() {
        return new StubProcessingContext();
    }

    @AfterAll
    void close() {
        testSubject.close();
        vertx.close();
    }
}
