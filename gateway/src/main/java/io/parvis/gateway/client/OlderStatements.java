package io.parvis.gateway.client;

import io.parvis.gateway.problem.Problem;
import io.parvis.gateway.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code X-Forwarded-For} and {@code -Proto}: the scheme is told once, by the outermost proxy, who is the one to know. */
final class OlderStatements implements Statements {

    private final FromTheRight nodes;
    private final @Nullable String scheme;

    /** @param said the values of {@code X-Forwarded-For}, in the order in which they came */
    OlderStatements(List<String> said, List<String> schemes) {
        this.nodes = plain(said);
        this.scheme = plain(schemes).next().orElse(null);
    }

    private static FromTheRight plain(List<String> headers) {
        return new FromTheRight(headers, (text, end) -> text.lastIndexOf(',', end - 1) + 1);
    }

    @Override
    public Optional<Statement> next() {
        return nodes.next().map(node -> new Statement(read(node), scheme));
    }

    private static Node read(String node) {
        return Node.read(node)
                .orElseThrow(
                        () -> new Refusal(Problem.invalid("What a proxy says in X-Forwarded-For cannot be read.")));
    }
}
