package io.parvis.presence.channel;

import io.parvis.eventing.edge.value.Domain;
import io.parvis.eventing.edge.value.WebAddressParts;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a place is found, brought into one form: letter case, a leading @ and a last slash do not matter,
 * nor does it matter how Unicode or a domain is written. Where a name has several forms it has each of them: places
 * that were claimed before one was chosen are held in the form in which they were written.
 */
public final class ChannelAddress {

    public static final String TAG = "channel-address";

    private ChannelAddress() {}

    public static List<String> of(ChannelKind kind, @Nullable String handle, @Nullable String url) {
        var prefix = kind.name().toLowerCase(Locale.ROOT) + "/";
        return Stream.concat(handle == null ? Stream.of() : ofHandle(handle), url == null ? Stream.of() : ofUrl(url))
                .flatMap(name -> Stream.of(
                        Normalizer.normalize(name, Normalizer.Form.NFC),
                        Normalizer.normalize(name, Normalizer.Form.NFD)))
                .map(name -> prefix + name)
                .distinct()
                .toList();
    }

    private static Stream<String> ofHandle(String handle) {
        return Stream.of("@" + (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT));
    }

    private static Stream<String> ofUrl(String url) {
        var parts = WebAddressParts.of(url);
        if (parts == null) {
            return Stream.of(url);
        }
        var rest = parts.port() + withoutLastSlashes(parts.path()) + parts.query();
        return Stream.of(parts.host() + rest, Domain.unicode(parts.host()) + rest);
    }

    private static String withoutLastSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
