package io.parvis.gateway.client;

import io.parvis.gateway.problem.Problem;
import io.parvis.gateway.problem.Refusal;
import java.util.List;
import java.util.Optional;

/** {@code Forwarded} (RFC 7239), cut into its elements from the right. */
final class ForwardedStatements implements Statements {

    private final String text;
    private int end;

    /** @param headers in the order in which they came */
    ForwardedStatements(List<String> headers) {
        this.text = String.join(",", headers);
        this.end = text.length();
    }

    @Override
    public Optional<Statement> next() {
        while (end > 0) {
            var begin = begin();
            var element = text.substring(begin, end).strip();
            end = begin - 1;
            if (!element.isEmpty()) {
                return Optional.of(read(element));
            }
        }
        return Optional.empty();
    }

    private static Statement read(String element) {
        return ForwardedParser.read(element)
                .orElseThrow(() -> new Refusal(Problem.invalid("What a proxy says in Forwarded cannot be read.")));
    }

    private int begin() {
        var at = end;
        while (at > 0 && text.charAt(at - 1) != ',') {
            at--;
            if (text.charAt(at) == '"') {
                at = openingOf(at);
            }
        }
        return at;
    }

    /** Where the quoted string begins that ends there: a comma in it separates nothing. */
    private int openingOf(int closing) {
        for (var at = closing - 1; at >= 0; at--) {
            if (text.charAt(at) == '"' && !isEscaped(at)) {
                return at;
            }
        }
        return 0;
    }

    private boolean isEscaped(int at) {
        var before = at;
        while (before > 0 && text.charAt(before - 1) == '\\') {
            before--;
        }
        return (at - before) % 2 == 1;
    }
}
