package io.parvis.gateway.client;

import io.parvis.gateway.GatewayConfig;
import io.parvis.gateway.GatewayConfig.ForwardingHeader;
import io.parvis.gateway.problem.GatewayProblemException;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client of a request. Every proxy appends the address that it forwards for, and elements further left may
 * be forged. So the list is read from the right, beginning with the connected peer, and the first address that is not
 * a trusted proxy is the client.
 */
@Startup
@ApplicationScoped
public class ClientResolver {

    private final List<Network> trusted;
    private final @Nullable ForwardingHeader header;

    @Inject
    ClientResolver(GatewayConfig config) {
        this(
                config.proxies().trusted().orElse(List.of()),
                config.proxies().header().orElse(null));
    }

    /** @param header by which proxies tell of clients; null only where none is trusted */
    ClientResolver(List<String> trusted, @Nullable ForwardingHeader header) {
        this.trusted = trusted.stream().map(String::strip).map(Network::read).toList();
        this.header = header;
        if (!trusted.isEmpty() && header == null) {
            throw new IllegalArgumentException("parvis.gateway.proxies.header must say by which header the trusted"
                    + " proxies tell of clients, forwarded or x-forwarded: the other one is the clients' own word");
        }
    }

    Client of(HttpServerRequest request) {
        var peer = request.remoteAddress();
        return of(
                peer == null ? null : peer.hostAddress(),
                request.isSSL(),
                request.headers().getAll(header == ForwardingHeader.FORWARDED ? "Forwarded" : "X-Forwarded-For"),
                request.headers().getAll("X-Forwarded-Proto"));
    }

    /**
     * @param said the values of the header that tells of clients
     * @throws GatewayProblemException 400 where what a trusted proxy added cannot be read: then nobody can say whose request it is
     */
    Client of(@Nullable String peer, boolean encrypted, List<String> said, List<String> schemes) {
        var scheme = encrypted ? "https" : "http";
        var address = Addresses.read(peer == null ? "" : withoutZone(peer)).orElse(null);
        if (address == null) {
            // No socket of a network: somebody on this machine.
            return new Client("127.0.0.1", "127.0.0.1", scheme);
        }
        if (!isTrusted(address)) {
            return client(address, scheme);
        }
        var statements = header == ForwardingHeader.FORWARDED
                ? new ForwardedHeader(said)
                : new XForwardedForHeader(said, schemes);
        while (isTrusted(address)) {
            var statement = statements.next().orElse(null);
            if (statement == null) {
                break;
            }
            scheme = scheme(statement.scheme(), scheme);
            switch (statement.node()) {
                case ForwardedNode.Address(InetAddress before) -> address = before;
                case ForwardedNode.Obfuscated(String name) -> {
                    return new Client(name, Addresses.text(address) + " " + name, scheme);
                }
                case ForwardedNode.Unknown() -> {
                    return client(address, scheme);
                }
            }
        }
        return client(address, scheme);
    }

    boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** {@code fe80::1%eth0}: the interface is this machine's, not part of the address. */
    private static String withoutZone(String address) {
        var zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    private static Client client(InetAddress address, String scheme) {
        return new Client(Addresses.text(address), Addresses.oneClient(address), scheme);
    }

    private static String scheme(@Nullable String said, String known) {
        var lower = said == null ? "" : said.toLowerCase(Locale.ROOT);
        return lower.equals("http") || lower.equals("https") ? lower : known;
    }
}
