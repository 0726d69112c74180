package io.parvis.eventing.edge;

import io.parvis.eventing.event.RandomBytes;
import java.util.regex.Pattern;

/** Opaque ids: 26 characters of Crockford's base 32, 48 bits of time and 80 of chance (the ULID form). */
public final class Ids {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private Ids() {}

    public static String next() {
        var random = RandomBytes.next(16);
        var text = new char[26];
        long time = System.currentTimeMillis();
        for (int i = 9; i >= 0; i--) {
            text[i] = ALPHABET[(int) (time & 31)];
            time >>>= 5;
        }
        for (int i = 0; i < 16; i++) {
            text[10 + i] = ALPHABET[random[i] & 31];
        }
        return new String(text);
    }

    /**
     * Keeps what cannot be an id away from the database.
     *
     * @return the id
     * @throws NotFound where nothing of ours is called that
     */
    public static String valid(String id, String what) {
        if (!VALID.matcher(id).matches()) {
            throw new NotFound(what);
        }
        return id;
    }
}
