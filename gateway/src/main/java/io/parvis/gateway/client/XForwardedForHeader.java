package io.parvis.gateway.client;

import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.GatewayProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code X-Forwarded-For} and {@code -Proto}: the outermost proxy sets the scheme, once. */
final class XForwardedForHeader implements ForwardedElements {

    private final ReverseHeaderList nodes;
    private final @Nullable String scheme;

    /** @param said the values of {@code X-Forwarded-For}, in the order in which they came */
    XForwardedForHeader(List<String> said, List<String> schemes) {
        this.nodes = plain(said);
        this.scheme = plain(schemes).next().orElse(null);
    }

    private static ReverseHeaderList plain(List<String> headers) {
        return new ReverseHeaderList(headers, (text, end) -> text.lastIndexOf(',', end - 1) + 1);
    }

    @Override
    public Optional<ForwardedElement> next() {
        return nodes.next().map(node -> new ForwardedElement(read(node), scheme));
    }

    private static ForwardedNode read(String node) {
        return ForwardedNode.read(node)
                .orElseThrow(() -> new GatewayProblemException(
                        GatewayProblem.invalid("What a proxy says in X-Forwarded-For cannot be read.")));
    }
}
