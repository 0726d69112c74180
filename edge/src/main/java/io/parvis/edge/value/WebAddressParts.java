package io.parvis.edge.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the web, taken apart.
 *
 * @param scheme in lower case
 * @param host as {@link Domain} compares it, or a literal IPv6 address in brackets
 * @param port with its colon; empty where none is named
 * @param path as it was written, which may be empty
 * @param query with its question mark; empty where there is none
 */
public record WebAddressParts(String scheme, String host, String port, String path, String query) {

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]@:]+)(:[0-9]{1,5})?");
    private static final int LAST_PORT = 65_535;

    /** @return null where it is no such address */
    public static @Nullable WebAddressParts of(String address) {
        try {
            var uri = new URI(address);
            return uri.getScheme() == null || uri.getRawAuthority() == null ? null : of(uri);
        } catch (URISyntaxException none) {
            return null;
        }
    }

    private static @Nullable WebAddressParts of(URI uri) {
        var authority = AUTHORITY.matcher(uri.getRawAuthority());
        if (!authority.matches()) {
            return null;
        }
        var host = authority.group(1).startsWith("[") ? uri.getHost() : Domain.ascii(authority.group(1));
        var port = authority.group(2) == null ? "" : authority.group(2);
        if (host == null || !port.isEmpty() && !isPort(port)) {
            return null;
        }
        return new WebAddressParts(
                uri.getScheme().toLowerCase(Locale.ROOT),
                host.toLowerCase(Locale.ROOT),
                port,
                uri.getRawPath() == null ? "" : uri.getRawPath(),
                uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static boolean isPort(String port) {
        int number = Integer.parseInt(port.substring(1));
        return number > 0 && number <= LAST_PORT;
    }
}
