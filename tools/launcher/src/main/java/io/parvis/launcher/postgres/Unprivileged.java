package io.parvis.launcher.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.parvis.launcher.console.LauncherException;
import io.parvis.launcher.process.Detached;
import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL does not run as root. Where the launcher does (containers, mostly), a user namespace makes PostgreSQL
 * nobody, while the kernel still sees the owner of its files. {@code unshare} execs, so the pid stays.
 */
final class Unprivileged {

    private static final List<String> NOBODY = List.of("unshare", "--user");

    private Unprivileged() {}

    static List<String> prefix() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (Detached.onPath("unshare").isEmpty() || !works()) {
            throw new LauncherException(
                    "PostgreSQL does not run as root, and this machine lets root make no user namespace"
                            + " (unshare --user): run ./parvis as an ordinary user.");
        }
        return NOBODY;
    }

    private static boolean works() {
        try {
            return new ProcessBuilder("unshare", "--user", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
