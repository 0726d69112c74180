package io.parvis.gateway.key;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.parvis.gateway.GatewayConfig;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, by the key that was shown. An answer of the database holds for some seconds, a no like a yes; equal
 * questions asked at once are asked once. While the database is away, a key that was good less than a minute ago
 * still is. Everything is remembered under the hash of the key, so that a wrong secret never meets a right one's
 * answer, and every memory is bounded.
 */
@ApplicationScoped
public class ApiKeys {

    private static final Logger LOG = Logger.getLogger(ApiKeys.class);
    private static final Duration LONGEST_FRESH = Duration.ofSeconds(5);
    private static final Duration LONGEST_HONOURED = Duration.ofMinutes(1);

    private final Function<PresentedKey, Future<Optional<Caller>>> table;
    private final Clock clock;
    private final AsyncCache<String, Identification> fresh;
    private final Cache<String, Caller> goodLately;
    private final AtomicBoolean databaseAway = new AtomicBoolean();

    @Inject
    ApiKeys(ApiKeyTable table, Clock clock, GatewayConfig config) {
        this(table::holder, clock, Ticker.systemTicker(), config.keys());
    }

    ApiKeys(
            Function<PresentedKey, Future<Optional<Caller>>> table,
            Clock clock,
            Ticker ticker,
            GatewayConfig.Keys limits) {
        this.table = table;
        this.clock = clock;
        var freshFor = shorter(limits.freshFor(), LONGEST_FRESH);
        this.fresh = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(ticker)
                .maximumSize(limits.remembered())
                .expireAfter(Expiry.writing((String hash, Identification found) ->
                        found instanceof Identification.Undecided ? Duration.ZERO : freshFor))
                .buildAsync();
        this.goodLately = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(ticker)
                .maximumSize(limits.remembered())
                // What is taken from here counts as fresh once more: together they stay within the limit.
                .expireAfterWrite(
                        shorter(limits.honouredFor(), LONGEST_HONOURED).minus(freshFor))
                .build();
    }

    /** @param sent the value of {@code X-API-Key}, if there is one */
    public CompletionStage<Identification> identify(@Nullable String sent) {
        var key = PresentedKey.read(sent);
        if (key.isEmpty()) {
            return CompletableFuture.completedFuture(new Identification.Refused(
                    sent == null ? "Send an API key in X-API-Key." : "This is not an API key."));
        }
        return fresh.get(
                        key.get().hash(),
                        (hash, executor) -> ask(key.get()).toCompletionStage().toCompletableFuture())
                .thenApply(this::unlessExpired);
    }

    private Identification unlessExpired(Identification identification) {
        return identification instanceof Identification.Known(Caller caller) && caller.expiredAt(clock.instant())
                ? new Identification.Refused("This API key has expired.")
                : identification;
    }

    private Future<Identification> ask(PresentedKey key) {
        return table.apply(key).map(holder -> judged(key, holder)).otherwise(failure -> judgedWithout(key, failure));
    }

    private Identification judged(PresentedKey key, Optional<Caller> holder) {
        if (databaseAway.compareAndSet(true, false)) {
            LOG.info("The database can be asked about keys again");
        }
        if (holder.isEmpty()) {
            goodLately.invalidate(key.hash());
            return new Identification.Refused("This API key is not known.");
        }
        goodLately.put(key.hash(), holder.get());
        return new Identification.Known(holder.get());
    }

    private Identification judgedWithout(PresentedKey key, Throwable failure) {
        if (databaseAway.compareAndSet(false, true)) {
            LOG.warnf(
                    "The database cannot be asked about keys (%s); those seen lately are honoured for a while",
                    failure);
        }
        var caller = goodLately.getIfPresent(key.hash());
        return caller == null ? new Identification.Undecided() : new Identification.Known(caller);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
