package io.parvis.gateway.client;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses that begin alike, such as {@code 10.0.0.0/8}; a single address is a network of its own.
 *
 * @param bits how many of them are alike
 */
record Network(InetAddress base, int bits) {

    /** @throws IllegalArgumentException where it is none */
    static Network read(String text) {
        var slash = text.indexOf('/');
        var address = Addresses.read(slash < 0 ? text : text.substring(0, slash));
        var longest = address.map(base -> base.getAddress().length * 8).orElse(0);
        var bits = slash < 0 ? Optional.of(longest) : number(text.substring(slash + 1));
        if (address.isEmpty() || bits.isEmpty() || bits.get() > longest) {
            throw new IllegalArgumentException(
                    "parvis.gateway.proxies.trusted: " + text + " is neither an address nor a network (10.0.0.0/8)");
        }
        return new Network(address.get(), bits.get());
    }

    boolean contains(InetAddress address) {
        var own = base.getAddress();
        var other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit += 8) {
            var mask = bits - bit >= 8 ? 0xff : 0xff << 8 - (bits - bit);
            if (((own[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
