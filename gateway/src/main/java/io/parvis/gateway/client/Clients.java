package io.parvis.gateway.client;

import io.parvis.gateway.GatewayConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request is from. Every proxy adds at the right whom it speaks for, and whoever stands further left may have
 * been made up. So the word of a trusted machine is taken for the one before it, beginning with the one that is
 * connected, and the first that is not trusted is the client.
 */
@ApplicationScoped
public class Clients {

    private final List<Network> trusted;
    private final GatewayConfig.ForwardingHeader header;

    @Inject
    Clients(GatewayConfig config) {
        this(config.proxies().trusted().orElse(List.of()), config.proxies().header());
    }

    Clients(List<String> trusted, GatewayConfig.ForwardingHeader header) {
        this.trusted = trusted.stream().map(String::strip).map(Network::read).toList();
        this.header = header;
    }

    Client of(HttpServerRequest request) {
        var peer = request.remoteAddress();
        return of(
                peer == null ? null : peer.hostAddress(),
                request.isSSL(),
                request.headers()
                        .getAll(header == GatewayConfig.ForwardingHeader.FORWARDED ? "Forwarded" : "X-Forwarded-For"),
                request.headers().getAll("X-Forwarded-Proto"));
    }

    /** @param said the values of the header that tells of clients */
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
        var statements =
                header == GatewayConfig.ForwardingHeader.FORWARDED ? ForwardedParser.read(said) : older(said, schemes);
        for (var statement : statements.reversed()) {
            scheme = scheme(statement.scheme(), scheme);
            var node = statement.node() == null ? "unknown" : statement.node();
            var before = Node.address(node).orElse(null);
            if (before == null) {
                return Node.isObfuscated(node)
                        ? new Client(node, Addresses.text(address) + " " + node, scheme)
                        : client(address, scheme);
            }
            address = before;
            if (!isTrusted(address)) {
                break;
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

    /** {@code X-Forwarded-For} and {@code -Proto}: the scheme is that of the outermost proxy, who is the one to know. */
    private static List<Statement> older(List<String> said, List<String> schemes) {
        var scheme = parts(schemes).stream().reduce((one, other) -> other).orElse(null);
        var statements = new ArrayList<Statement>();
        for (var node : parts(said)) {
            statements.add(new Statement(node, scheme));
        }
        return statements;
    }

    private static List<String> parts(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String scheme(@Nullable String said, String known) {
        var lower = said == null ? "" : said.toLowerCase(Locale.ROOT);
        return lower.equals("http") || lower.equals("https") ? lower : known;
    }
}
