package io.parvis.eventing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody who has the database, and no secret, can test it against: digests of the values that they guess, also
 * under keys that can be guessed as well, whole or cut short, in hex or base64.
 */
public final class Guesses {

    private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");
    private static final List<String> MACS = List.of("HmacMD5", "HmacSHA1", "HmacSHA256", "HmacSHA512");

    /** Cut shorter than this, chance finds too much. */
    private static final int SHORTEST = 12;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_+/-]{%d,}|[0-9a-fA-F]{%1$d,}".formatted(SHORTEST));

    private static final String LOG = """
            select convert_from(payload, 'UTF8') || ' ' || convert_from(metadata, 'UTF8') || ' ' || tags::text
            from event_store.event where position > """;

    private static final String TABLES = """
            select format('select t::text from %I.%I t', schemaname, tablename) from pg_tables
            where schemaname like any (array['presence%', 'engagement%', 'reputation%', 'eventing%', 'edge%', 'gateway%'])""";

    private final TreeMap<String, String> guesses = new TreeMap<>();

    private Guesses(Map<String, String> guessed) throws GeneralSecurityException {
        for (var one : guessed.entrySet()) {
            var bytes = one.getValue().getBytes(UTF_8);
            for (var algorithm : DIGESTS) {
                add(
                        algorithm + " of " + one.getKey(),
                        MessageDigest.getInstance(algorithm).digest(bytes));
            }
            for (var key : guessed.entrySet()) {
                for (var algorithm : MACS) {
                    var mac = Mac.getInstance(algorithm);
                    mac.init(new SecretKeySpec(key.getValue().getBytes(UTF_8), algorithm));
                    add(algorithm + " of " + one.getKey() + " under " + key.getKey(), mac.doFinal(bytes));
                }
            }
        }
    }

    /** @param guessed by what they are called in a test's report; none is empty */
    public static Guesses of(Map<String, String> guessed) {
        try {
            return new Guesses(guessed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(String what, byte[] digest) {
        guesses.put(HexFormat.of().formatHex(digest), what);
        guesses.put(Base64.getEncoder().withoutPadding().encodeToString(digest), what);
        guesses.put(Base64.getUrlEncoder().withoutPadding().encodeToString(digest), what);
    }

    /** Which of them stand in the log behind that position; none where nothing there can be tested. */
    public List<String> confirmedByTheLog(long after) {
        return confirmedBy(connection -> texts(connection, LOG + after));
    }

    /** Which of them stand anywhere in the services' own tables. */
    public List<String> confirmedByTheViews() {
        return confirmedBy(connection -> {
            var all = new ArrayList<String>();
            for (var table : texts(connection, TABLES)) {
                all.addAll(texts(connection, table));
            }
            return all;
        });
    }

    private interface Reading {
        List<String> from(Connection connection) throws SQLException;
    }

    private List<String> confirmedBy(Reading reading) {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres")) {
            var found = new TreeSet<String>();
            for (var text : reading.from(connection)) {
                WORD.matcher(text).results().forEach(word -> addConfirmedBy(word.group(), found));
            }
            return List.copyOf(found);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addConfirmedBy(String word, TreeSet<String> found) {
        for (var written : List.of(word, word.toLowerCase(Locale.ROOT))) {
            var guess = guesses.ceilingEntry(written);
            if (guess != null && guess.getKey().startsWith(written)) {
                found.add(guess.getValue());
            }
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
