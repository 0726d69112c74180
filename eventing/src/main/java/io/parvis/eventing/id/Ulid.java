package io.parvis.eventing.id;

/** Opaque ids: 26 characters of Crockford's base 32, 48 bits of time and 80 of chance (the ULID form). */
public final class Ulid {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private Ulid() {}

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
}
