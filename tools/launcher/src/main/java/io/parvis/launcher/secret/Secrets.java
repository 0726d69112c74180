package io.parvis.launcher.secret;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All secrets of a checkout.
 *
 * @param superuserPassword PostgreSQL's owner
 * @param superuserPasswordFile the same, where PostgreSQL and people find it
 * @param servicePasswords by login role
 * @param signingKeys the gateway's
 * @param blindIndexKey what engagement-service hides people's names under
 * @param fanWrappingKey what it encrypts fans' keys under
 * @param idempotencyRecordsKey what every service hides records of idempotency keys under
 * @param mentionIndexKey what reputation-service hides the origins of mentions under
 * @param drawKeys what it signs draws with
 * @param drawSeedKey what it encrypts their seeds under
 * @param keys {@code all} first, then one per role
 */
public record Secrets(
        String superuserPassword,
        Path superuserPasswordFile,
        Map<String, String> servicePasswords,
        SigningKeyPair signingKeys,
        String blindIndexKey,
        String fanWrappingKey,
        String idempotencyRecordsKey,
        String mentionIndexKey,
        SigningKeyPair drawKeys,
        String drawSeedKey,
        List<DevelopmentKey> keys) {

    static final String SUPERUSER = "postgres-password";
    static final String BLIND_INDEX = "blind-index-key";
    static final String FAN_WRAPPING = "fan-wrapping-key";
    static final String IDEMPOTENCY_RECORDS = "idempotency-records-key";
    static final String MENTION_INDEX = "mention-index-key";
    static final String DRAW_SIGNING = "draw-signing-key";
    static final String DRAW_SEED = "draw-seed-key";

    /** Reads them, and makes what is missing. */
    public static Secrets in(Path folder, List<String> serviceRoles) {
        var files = new SecretFiles(folder);
        var passwords = new LinkedHashMap<String, String>();
        serviceRoles.forEach(role -> passwords.put(role, files.readOrCreate(role + "-password", RandomText::secret)));
        return new Secrets(
                files.readOrCreate(SUPERUSER, RandomText::secret),
                files.file(SUPERUSER),
                passwords,
                SigningKeyPair.in(files, "gateway-signing-key"),
                files.readOrCreate(BLIND_INDEX, RandomText::key),
                files.readOrCreate(FAN_WRAPPING, RandomText::key),
                files.readOrCreate(IDEMPOTENCY_RECORDS, RandomText::key),
                files.readOrCreate(MENTION_INDEX, RandomText::key),
                SigningKeyPair.in(files, DRAW_SIGNING),
                files.readOrCreate(DRAW_SEED, RandomText::key),
                Stream.concat(
                                Stream.of(DevelopmentKey.all(files)),
                                DevelopmentKey.ROLES.stream().map(role -> DevelopmentKey.of(files, role)))
                        .toList());
    }

    /** The key that may do everything on every brand. */
    public DevelopmentKey keyForAll() {
        return keys.getFirst();
    }
}
