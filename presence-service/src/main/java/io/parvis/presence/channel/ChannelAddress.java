package io.parvis.presence.channel;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names by which a place is found, brought into one form: letter case, a leading @ and a last slash do not matter. */
public final class ChannelAddress {

    public static final String TAG = "channel-address";

    private ChannelAddress() {}

    public static List<String> of(ChannelKind kind, @Nullable String handle, @Nullable String url) {
        var addresses = new ArrayList<String>();
        var prefix = kind.name().toLowerCase(Locale.ROOT) + "/";
        if (handle != null) {
            addresses.add(prefix + "@" + (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT));
        }
        if (url != null) {
            var uri = URI.create(url);
            var path = uri.getRawPath() == null ? "" : withoutLastSlashes(uri.getRawPath());
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            addresses.add(prefix + uri.getRawAuthority().toLowerCase(Locale.ROOT) + path + query);
        }
        return addresses;
    }

    private static String withoutLastSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
