package io.parvis.gateway.client;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a proxy names whom it speaks for (RFC 7239, section 6): an address, with a port or without, or a name of its own. */
final class Node {

    private static final Pattern OBFUSCATED = Pattern.compile("_[A-Za-z0-9._-]{1,64}+");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}+|_[A-Za-z0-9._-]{1,64}+");

    private Node() {}

    static Optional<InetAddress> address(String node) {
        if (node.startsWith("[")) {
            var end = node.indexOf(']');
            return end > 0 && isPortOrNothing(node.substring(end + 1))
                    ? Addresses.read(node.substring(1, end))
                    : Optional.empty();
        }
        var colon = node.indexOf(':');
        if (colon >= 0 && colon == node.lastIndexOf(':')) {
            return isPortOrNothing(node.substring(colon)) ? Addresses.read(node.substring(0, colon)) : Optional.empty();
        }
        return Addresses.read(node);
    }

    static boolean isObfuscated(String node) {
        return OBFUSCATED.matcher(node).matches();
    }

    private static boolean isPortOrNothing(String rest) {
        return rest.isEmpty()
                || (rest.startsWith(":") && PORT.matcher(rest.substring(1)).matches());
    }
}
