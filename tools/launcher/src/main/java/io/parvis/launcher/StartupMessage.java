package io.parvis.launcher;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.postgres.Postgres;
import io.parvis.launcher.secret.Secrets;
import java.time.Duration;

/** Printed when everything is up: addresses and the development key. */
record StartupMessage(LauncherSettings settings, Secrets secrets) {

    void print(Console console, Duration took) {
        var gateway = settings.gatewayUrl();
        console.say("""

            Parvis is up after %.1f s.

              gateway      %s
              try it       %s/docs
              OpenAPI      %s/openapi.yaml  %s/openapi.json
              API key      %s
                           (header X-API-Key; it may do everything on every brand; one key per role is in %s)
              PostgreSQL   127.0.0.1:%d, database %s, user %s, password in %s
              logs         %s

            Ctrl-C stops everything; ./parvis up finds the data again, ./parvis up --fresh starts empty.
            """.formatted(
                        took.toMillis() / 1000.0,
                        gateway,
                        gateway,
                        gateway,
                        gateway,
                        secrets.keyForAll().value(),
                        settings.var().devFile(),
                        settings.postgresPort(),
                        StoreSetup.DATABASE,
                        Postgres.SUPERUSER,
                        secrets.superuserPasswordFile(),
                        settings.var().logs()));
    }
}
