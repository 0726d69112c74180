package io.parvis.bench.append;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.parvis.bench.BenchDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SessionDelegatorBaseImpl;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * Axon's own engine on JPA, as it is usually set up: Hibernate, a connection pool, a thread per client. It knows one
 * tag per event, the aggregate's, and its condition is that the aggregate's next number is free.
 */
final class JpaAppends implements AutoCloseable {

    private final HikariDataSource connections;
    private final EntityManagerFactory managers;
    private final ExecutorService threads;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final AggregateBasedJpaEventStorageEngine engine;

    JpaAppends(BenchDatabase database, int clients, int poolSize) {
        connections = new HikariDataSource(hikari(database, poolSize));
        var hibernate = new Configuration()
                .addAnnotatedClass(AggregateEventEntry.class)
                .setProperty("hibernate.hbm2ddl.auto", "create")
                // The names of its sequences have hyphens.
                .setProperty("hibernate.globally_quoted_identifiers", true);
        hibernate.getProperties().put("hibernate.connection.datasource", connections);
        managers = hibernate.buildSessionFactory();
        threads = Executors.newFixedThreadPool(clients);
        engine = new AggregateBasedJpaEventStorageEngine(
                current::get, this::begin, SampleEvents.CONVERTER, settings -> settings);
    }

    private static HikariConfig hikari(BenchDatabase database, int poolSize) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl() + "?prepareThreshold=1");
        config.setUsername(BenchDatabase.ROLE);
        config.setPassword(database.password());
        config.setMaximumPoolSize(poolSize);
        return config;
    }

    private Transaction begin() {
        var manager = managers.createEntityManager();
        manager.getTransaction().begin();
        current.set(stayingOpen(manager));
        return new Transaction() {
            @Override
            public void commit() {
                try (manager) {
                    manager.getTransaction().commit();
                }
            }

            @Override
            public void rollback() {
                try (manager) {
                    manager.getTransaction().rollback();
                }
            }
        };
    }

    /** The engine closes what it is given before the transaction commits; frameworks hand it one that does not mind. */
    private static EntityManager stayingOpen(EntityManager manager) {
        return new SessionDelegatorBaseImpl((SessionImplementor) manager) {
            @Override
            public void close() {}
        };
    }

    CompletionStage<?> append(int client) {
        return CompletableFuture.runAsync(this::append, threads);
    }

    private void append() {
        var fan = UUID.randomUUID().toString();
        var tag = Tag.of("entry", SampleEvents.CONTEST + "/" + fan);
        var event = new GenericEventMessage(SampleEvents.TYPE, SampleEvents.entry(fan), SampleEvents.metadata());
        engine.appendEvents(
                        AppendCondition.withCriteria(EventCriteria.havingTags(tag)),
                        null,
                        List.of(new GenericTaggedEventMessage<>(event, Set.of(tag))))
                .join()
                .commit(null)
                .join();
    }

    @Override
    public void close() {
        threads.shutdown();
        managers.close();
        connections.close();
    }
}
