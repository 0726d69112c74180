package io.parvis.launcher;

import io.parvis.launcher.secret.Secrets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a member of the suite is told, by environment, so that no secret stands on a command line. */
final class MemberEnvironment {

    private final LauncherSettings settings;
    private final Secrets secrets;

    MemberEnvironment(LauncherSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    Map<String, String> of(Member member) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", settings.hostOf(member));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.portOf(member)));
        environment.put(
                "PARVIS_DATABASE_URL", "postgresql://127.0.0.1:" + settings.postgresPort() + "/" + StoreSetup.DATABASE);
        environment.put("PARVIS_DATABASE_USERNAME", member.databaseRole());
        environment.put("PARVIS_DATABASE_PASSWORD", secrets.servicePasswords().get(member.databaseRole()));
        // glibc keeps up to eight arenas per core of freed memory otherwise.
        environment.put("MALLOC_ARENA_MAX", "2");
        if (member == Member.GATEWAY) {
            addGatewayOnly(environment);
        } else {
            environment.put("PARVIS_GATEWAY_KEY", secrets.signingKeys().publicKey());
            environment.put("PARVIS_IDEMPOTENCY_RECORDS_KEY", secrets.idempotencyRecordsKey());
            // One process at a time has this name: started again, it takes its projections back at once.
            environment.put("PARVIS_PROJECTIONS_NODE", member.processName());
        }
        if (member == Member.ENGAGEMENT) {
            environment.put("PARVIS_PUBLIC_URL", settings.publicUrl());
            environment.put("PARVIS_BLIND_INDEX_KEY", secrets.blindIndexKey());
            environment.put("PARVIS_FAN_KEYS_WRAPPING_KEY", secrets.fanWrappingKey());
            environment.put("PARVIS_DRAW_SIGNING_KEY", secrets.drawKeys().privateKey());
            environment.put("PARVIS_DRAW_PUBLIC_KEY", secrets.drawKeys().publicKey());
            environment.put("PARVIS_DRAW_SEED_KEY", secrets.drawSeedKey());
            environment.put(
                    "PARVIS_ERASURE_JOURNAL",
                    settings.var().erasures().toAbsolutePath().toString());
        }
        if (member == Member.REPUTATION) {
            environment.put("PARVIS_MENTION_INDEX_KEY", secrets.mentionIndexKey());
        }
        return environment;
    }

    private void addGatewayOnly(Map<String, String> environment) {
        environment.put("PARVIS_SIGNING_KEY", secrets.signingKeys().privateKey());
        for (var member : Member.values()) {
            if (member != Member.GATEWAY) {
                environment.put("PARVIS_GATEWAY_SERVICES_" + member.name() + "_URL", settings.urlOf(member));
            }
        }
        for (var key : secrets.keys()) {
            var prefix = "PARVIS_INITIAL_API_KEYS_" + key.name().toUpperCase(Locale.ROOT);
            environment.put(prefix + "_KEY", key.value());
            environment.put(prefix + "_ROLES", String.join(",", key.roles()));
            environment.put(prefix + "_BRANDS", "*");
        }
    }
}
