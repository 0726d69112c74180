package io.parvis.gateway.key;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
    private final AsyncCache<String, Optional<Caller>> fresh;
    private final Cache<String, Caller> goodLately;

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
                .expireAfterWrite(freshFor)
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
        return fresh.get(key.get().hash(), (hash, executor) -> ask(key.get()).toCompletableFuture())
                .handle((holder, failure) -> failure != null ? new Identification.Undecided() : judge(holder));
    }

    private Identification judge(Optional<Caller> holder) {
        if (holder.isEmpty()) {
            return new Identification.Refused("This API key is not known.");
        }
        return holder.get().expiredAt(clock.instant())
                ? new Identification.Refused("This API key has expired.")
                : new Identification.Known(holder.get());
    }

    private CompletionStage<Optional<Caller>> ask(PresentedKey key) {
        return table.apply(key)
                .onSuccess(holder -> remember(key, holder))
                .recover(failure -> lately(key, failure))
                .toCompletionStage();
    }

    private void remember(PresentedKey key, Optional<Caller> holder) {
        holder.ifPresentOrElse(caller -> goodLately.put(key.hash(), caller), () -> goodLately.invalidate(key.hash()));
    }

    private Future<Optional<Caller>> lately(PresentedKey key, Throwable failure) {
        var caller = Optional.ofNullable(goodLately.getIfPresent(key.hash()));
        LOG.warnf(
                "The database cannot be asked about key %s (%s); %s",
                key.id(), failure, caller.isPresent() ? "it was good lately and is honoured" : "answering 503");
        return caller.isPresent() ? Future.succeededFuture(caller) : Future.failedFuture(failure);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
