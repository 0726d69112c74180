package io.parvis.gateway.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.parvis.gateway.GatewayConfig;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, by the key that was shown. An answer of the database holds for some seconds, a no like a yes; equal
 * questions asked at once are asked once. While the database is away, a key that was good less than a minute ago
 * still is. Everything is remembered under the hash of the key, so that a wrong secret never meets a right one's
 * answer. Every memory is bounded, and what is no key has one of its own: no flood of them drives a key out.
 */
@Startup
@ApplicationScoped
public class ApiKeys {

    private static final Logger LOG = Logger.getLogger(ApiKeys.class);
    private static final Duration LONGEST_FRESH = Duration.ofSeconds(5);
    private static final Duration LONGEST_HONOURED = Duration.ofMinutes(1);

    private final Clock clock;
    private final KeyLookups lookups;
    private final KeyLookups lookupsOfKnown;
    private final ConcurrentMap<String, CompletableFuture<Identification>> asked = new ConcurrentHashMap<>();
    private final Cache<String, Identification> good;
    private final Cache<String, Identification> refused;
    private final Cache<String, KeyHolder> goodLately;
    private final AtomicBoolean databaseAway = new AtomicBoolean();

    @Inject
    ApiKeys(ApiKeyTable table, Clock clock, GatewayConfig config) {
        this(table::holders, clock, Ticker.systemTicker(), config.keys());
    }

    ApiKeys(
            Function<Collection<PresentedKey>, Future<Map<String, KeyHolder>>> table,
            Clock clock,
            Ticker ticker,
            GatewayConfig.Keys limits) {
        this.clock = clock;
        this.lookups = new KeyLookups(table, limits.remembered());
        // Known keys do not queue behind unknown ones.
        this.lookupsOfKnown = new KeyLookups(table, limits.remembered());
        var freshFor = shorter(limits.freshFor(), LONGEST_FRESH);
        this.good = memory(ticker, limits, freshFor);
        this.refused = memory(ticker, limits, freshFor);
        // What is taken from here counts as fresh once more: together they stay within the limit.
        this.goodLately = memory(
                ticker, limits, shorter(limits.honouredFor(), LONGEST_HONOURED).minus(freshFor));
    }

    private static <T> Cache<String, T> memory(Ticker ticker, GatewayConfig.Keys limits, Duration keptFor) {
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(ticker)
                .maximumSize(limits.remembered())
                .expireAfterWrite(keptFor)
                .build();
    }

    /** @param sent the value of {@code X-API-Key}, if there is one */
    public CompletionStage<Identification> identify(@Nullable String sent) {
        var key = PresentedKey.read(sent);
        if (key.isEmpty()) {
            return CompletableFuture.completedFuture(new Identification.Refused(
                    sent == null ? "Send an API key in X-API-Key." : "This is not an API key."));
        }
        var known = remembered(key.get());
        return known == null
                ? askedOnce(key.get()).thenApply(this::unlessExpired)
                : CompletableFuture.completedFuture(unlessExpired(known));
    }

    private @Nullable Identification remembered(PresentedKey key) {
        var yes = good.getIfPresent(key.hash());
        return yes == null ? refused.getIfPresent(key.hash()) : yes;
    }

    private CompletableFuture<Identification> askedOnce(PresentedKey key) {
        var mine = new CompletableFuture<Identification>();
        var others = asked.putIfAbsent(key.hash(), mine);
        if (others != null) {
            return others;
        }
        ask(key).onComplete(judged -> {
            asked.remove(key.hash());
            if (judged.succeeded()) {
                mine.complete(judged.result());
            } else {
                mine.completeExceptionally(judged.cause());
            }
        });
        return mine;
    }

    private Identification unlessExpired(Identification identification) {
        return identification instanceof Identification.Known(KeyHolder caller) && caller.expiredAt(clock.instant())
                ? new Identification.Refused("This API key has expired.")
                : identification;
    }

    private Future<Identification> ask(PresentedKey key) {
        var table = goodLately.getIfPresent(key.hash()) == null ? lookups : lookupsOfKnown;
        return table.holder(key).map(holder -> judged(key, holder)).otherwise(failure -> judgedWithout(key, failure));
    }

    private Identification judged(PresentedKey key, Optional<KeyHolder> holder) {
        if (databaseAway.compareAndSet(true, false)) {
            LOG.info("The database can be asked about keys again");
        }
        if (holder.isEmpty()) {
            goodLately.invalidate(key.hash());
            var no = new Identification.Refused("This API key is not known.");
            refused.put(key.hash(), no);
            return no;
        }
        goodLately.put(key.hash(), holder.get());
        return fresh(key, holder.get());
    }

    private Identification judgedWithout(PresentedKey key, Throwable failure) {
        if (failure instanceof KeyLookups.QueueFullException) {
            return new Identification.Undecided();
        }
        if (databaseAway.compareAndSet(false, true)) {
            LOG.warnf(
                    "The database cannot be asked about keys (%s); those seen lately are honoured for a while",
                    failure);
        }
        var caller = goodLately.getIfPresent(key.hash());
        return caller == null ? new Identification.Undecided() : fresh(key, caller);
    }

    private Identification fresh(PresentedKey key, KeyHolder caller) {
        var yes = new Identification.Known(caller);
        good.put(key.hash(), yes);
        return yes;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
