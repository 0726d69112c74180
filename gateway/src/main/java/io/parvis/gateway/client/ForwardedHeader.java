package io.parvis.gateway.client;

import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.GatewayProblemException;
import java.util.List;
import java.util.Optional;

/** {@code Forwarded} (RFC 7239), cut into its elements from the right. */
final class ForwardedHeader implements ForwardedElements {

    private final ReverseHeaderList elements;

    /** @param headers in the order in which they came */
    ForwardedHeader(List<String> headers) {
        this.elements = new ReverseHeaderList(headers, ForwardedHeader::begin);
    }

    @Override
    public Optional<ForwardedElement> next() {
        return elements.next().map(ForwardedHeader::read);
    }

    private static ForwardedElement read(String element) {
        return ForwardedParser.read(element)
                .orElseThrow(() -> new GatewayProblemException(
                        GatewayProblem.invalid("What a proxy says in Forwarded cannot be read.")));
    }

    private static int begin(String text, int end) {
        var at = end;
        while (at > 0 && text.charAt(at - 1) != ',') {
            at--;
            if (text.charAt(at) == '"') {
                at = openingOf(text, at);
            }
        }
        return at;
    }

    /** Where the quoted string begins that ends there: a comma in it separates nothing. */
    private static int openingOf(String text, int closing) {
        for (var at = closing - 1; at >= 0; at--) {
            if (text.charAt(at) == '"' && !isEscaped(text, at)) {
                return at;
            }
        }
        return 0;
    }

    private static boolean isEscaped(String text, int at) {
        var before = at;
        while (before > 0 && text.charAt(before - 1) == '\\') {
            before--;
        }
        return (at - before) % 2 == 1;
    }
}
