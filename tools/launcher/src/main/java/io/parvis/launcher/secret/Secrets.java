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
        SigningKeys signingKeys,
        String blindIndexKey,
        String fanWrappingKey,
        String idempotencyRecordsKey,
        String mentionIndexKey,
        SigningKeys drawKeys,
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
        serviceRoles.forEach(role -> passwords.put(role, files.keptOr(role + "-password", RandomText::secret)));
        return new Secrets(
                files.keptOr(SUPERUSER, RandomText::secret),
                files.file(SUPERUSER),
                passwords,
                SigningKeys.in(files, "gateway-signing-key"),
                files.keptOr(BLIND_INDEX, RandomText::key),
                files.keptOr(FAN_WRAPPING, RandomText::key),
                files.keptOr(IDEMPOTENCY_RECORDS, RandomText::key),
                files.keptOr(MENTION_INDEX, RandomText::key),
                SigningKeys.in(files, DRAW_SIGNING),
                files.keptOr(DRAW_SEED, RandomText::key),
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
