package io.parvis.gateway.client;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** IP addresses as text. No name is ever looked up. */
final class Addresses {

    private static final int NETWORK_OF_A_HOUSEHOLD = 8;

    private Addresses() {}

    /** Empty where it is none; an IPv4 address written as IPv6 is the IPv4 address. */
    static Optional<InetAddress> read(String text) {
        if (text.indexOf('%') >= 0) {
            return Optional.empty();
        }
        var bytes = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException neverForFourOrSixteenBytes) {
            throw new IllegalStateException(neverForFourOrSixteenBytes);
        }
    }

    static String text(InetAddress address) {
        return NetUtil.toAddressString(address);
    }

    /** What counts as one client: of IPv6, the /64 that one household or machine is given to choose from. */
    static String oneClient(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 4) {
            return text(address);
        }
        Arrays.fill(bytes, NETWORK_OF_A_HOUSEHOLD, bytes.length, (byte) 0);
        try {
            return text(InetAddress.getByAddress(bytes)) + "/64";
        } catch (UnknownHostException neverForSixteenBytes) {
            throw new IllegalStateException(neverForSixteenBytes);
        }
    }
}
