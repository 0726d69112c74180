package io.parvis.gateway.client;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a proxy names whom it speaks for (RFC 7239, section 6). A port may stand behind it, and says nothing here. */
sealed interface ForwardedNode {

    /** An address. */
    record Address(InetAddress value) implements ForwardedNode {}

    /** A name of the proxy's own, such as {@code _hidden}. */
    record Obfuscated(String name) implements ForwardedNode {}

    /** The proxy does not know, or does not say. */
    record Unknown() implements ForwardedNode {}

    Pattern OBFUSCATED = Pattern.compile("_[A-Za-z0-9._-]{1,64}+");
    Pattern PORT = Pattern.compile("[0-9]{1,5}+|_[A-Za-z0-9._-]{1,64}+");

    /** Empty where it is none of them. */
    static Optional<ForwardedNode> read(String text) {
        return withoutPort(text).flatMap(ForwardedNode::named);
    }

    private static Optional<ForwardedNode> named(String name) {
        if (name.equalsIgnoreCase("unknown")) {
            return Optional.of(new Unknown());
        }
        return OBFUSCATED.matcher(name).matches()
                ? Optional.of(new Obfuscated(name))
                : Addresses.read(name).map(Address::new);
    }

    private static Optional<String> withoutPort(String text) {
        if (text.startsWith("[")) {
            var end = text.indexOf(']');
            var inside = end < 0 ? "" : text.substring(1, end);
            return inside.indexOf(':') >= 0 && isPortOrNothing(text.substring(end + 1))
                    ? Optional.of(inside)
                    : Optional.empty();
        }
        var colon = text.indexOf(':');
        if (colon < 0 || colon != text.lastIndexOf(':')) {
            return Optional.of(text);
        }
        return isPortOrNothing(text.substring(colon)) ? Optional.of(text.substring(0, colon)) : Optional.empty();
    }

    private static boolean isPortOrNothing(String rest) {
        return rest.isEmpty()
                || (rest.startsWith(":") && PORT.matcher(rest.substring(1)).matches());
    }
}
