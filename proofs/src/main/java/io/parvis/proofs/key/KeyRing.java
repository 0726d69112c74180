package io.parvis.proofs.key;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key ring as every setting with keys of a deployment holds one: {@code id:base64}, separated by commas or line
 * breaks. The first key is in use, the others are known: what was made under them is found, opened or verified. The
 * id, up to 32 letters, digits, {@code -} and {@code _}, may be left out; it is then made of the key. It stands in
 * what the key makes, so a key keeps it; data made before a key had an explicit id stays readable.
 *
 * <p>Another key takes over in three steps, each once the one before has reached every process: behind the key in use
 * ({@code a:…,b:…}), before it ({@code b:…,a:…}), and alone ({@code b:…}) once nothing needs the old one any more.
 *
 * @param <K> a key, read
 */
public final class KeyRing<K> {

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    /**
     * @param id under which it stands in what it makes
     * @param ownId made of the key itself
     */
    public record Named<K>(String id, String ownId, K key) {

        boolean isCalled(String name) {
            return id.equals(name) || ownId.equals(name);
        }
    }

    /** Parses keys of one kind. */
    public interface KeyParser<K> {

        /** @throws IllegalArgumentException where the bytes are no such key */
        K read(byte[] bytes);

        /** Made of the key, and telling nothing of it. */
        String ownId(byte[] bytes);

        /** What a setting needs, such as "keys of at least 32 bytes". */
        String needs();
    }

    private final String setting;
    private final List<Named<K>> keys;

    private KeyRing(String setting, List<Named<K>> keys) {
        this.setting = setting;
        this.keys = List.copyOf(keys);
    }

    /**
     * @param setting its name, for whoever got it wrong
     * @throws IllegalArgumentException where it holds no key, one that is none, or two of one id
     */
    public static <K> KeyRing<K> of(String setting, String configured, KeyParser<K> form) {
        var keys = Stream.of(SEPARATOR.split(configured.strip(), -1))
                .map(key -> named(setting, key, form))
                .toList();
        var seen = new HashSet<String>();
        for (var key : keys) {
            if (!seen.add(key.id()) || (!key.ownId().equals(key.id()) && !seen.add(key.ownId()))) {
                throw new IllegalArgumentException(
                        "%s has two keys with the id %s, or one key twice: give each key an id of its own, and each once"
                                .formatted(setting, key.id()));
            }
        }
        return new KeyRing<>(setting, keys);
    }

    private static <K> Named<K> named(String setting, String configured, KeyParser<K> form) {
        int colon = configured.indexOf(':');
        var id = configured.substring(0, Math.max(0, colon));
        if (colon >= 0 && !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    setting + " has a key whose id is not 1 to 32 letters, digits, - and _: it is id:base64");
        }
        try {
            var bytes = Base64.getDecoder().decode(configured.substring(colon + 1));
            var key = form.read(bytes);
            var ownId = form.ownId(bytes);
            return new Named<>(colon < 0 ? ownId : id, ownId, key);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "%s needs %s in base64, as id:base64 each, separated by commas".formatted(setting, form.needs()),
                    unusable);
        }
    }

    /** The key that makes whatever is made now. */
    public Named<K> inUse() {
        return keys.getFirst();
    }

    /** All of them; the first is in use. */
    public List<Named<K>> keys() {
        return keys;
    }

    /** By its id, or by the one that is made of it. */
    public Optional<Named<K>> find(String id) {
        return keys.stream().filter(key -> key.isCalled(id)).findFirst();
    }

    /**
     * The key that something was made with.
     *
     * @param id null where it was made before keys had ids: it is one of these then
     * @throws KeyIsMissing where the ring has none of that id
     */
    public List<K> keysThatMade(@Nullable String id) {
        if (id == null) {
            return keys.stream().map(Named::key).toList();
        }
        return List.of(find(id).orElseThrow(() -> new KeyIsMissing(setting, id)).key());
    }

    /** All ids by which its keys are known. */
    public List<String> ids() {
        var ids = new ArrayList<String>();
        keys.forEach(key -> ids.addAll(List.of(key.id(), key.ownId())));
        return ids.stream().distinct().toList();
    }

    /** The setting that it stands in. */
    public String setting() {
        return setting;
    }

    /** The same ring of other keys. */
    public <T> KeyRing<T> map(Function<Named<K>, T> other) {
        return new KeyRing<>(
                setting,
                keys.stream()
                        .map(key -> new Named<>(key.id(), key.ownId(), other.apply(key)))
                        .toList());
    }
}
