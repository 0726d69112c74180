package io.parvis.presence.channel;

import io.parvis.edge.value.Domain;
import io.parvis.edge.value.WebAddressParts;
import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a place is found, brought into one form: letter case, a leading @ and a last slash do not matter,
 * nor does it matter how Unicode or a domain is written. Where a name has several forms it has each of them, as it is
 * written too: places that were claimed before one was chosen are held in the form in which they were written.
 */
public final class ChannelAddress {

    public static final String TAG = "channel-address";

    private ChannelAddress() {}

    public static List<String> of(ChannelKind kind, @Nullable String handle, @Nullable String url) {
        var prefix = kind.name().toLowerCase(Locale.ROOT) + "/";
        return Stream.concat(handle == null ? Stream.of() : ofHandle(handle), url == null ? Stream.of() : ofUrl(url))
                .flatMap(name -> Stream.of(
                        Normalizer.normalize(name, Normalizer.Form.NFC),
                        name,
                        Normalizer.normalize(name, Normalizer.Form.NFD)))
                .map(name -> prefix + name)
                .distinct()
                .toList();
    }

    /** A handle may name its server: {@code @velo@example.social}. */
    private static Stream<String> ofHandle(String handle) {
        var name = (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT);
        int at = name.indexOf('@');
        return (at < 0 ? Stream.of(name) : ofDomain(name.substring(at + 1)).map(name.substring(0, at + 1)::concat))
                .map("@"::concat);
    }

    private static Stream<String> ofDomain(String domain) {
        var ascii = Domain.ascii(domain);
        return ascii == null ? Stream.of(domain) : Stream.of(ascii, domain, Domain.unicode(ascii));
    }

    private static Stream<String> ofUrl(String url) {
        var parts = WebAddressParts.of(url);
        if (parts == null) {
            return Stream.of(url);
        }
        var asWritten = URI.create(url).getRawAuthority().toLowerCase(Locale.ROOT);
        var rest = withoutLastSlashes(parts.path()) + parts.query();
        return Stream.of(
                parts.host() + parts.port() + rest,
                asWritten + rest,
                Domain.unicode(parts.host()) + parts.port() + rest);
    }

    private static String withoutLastSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
