package io.parvis.launcher.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Wrappers that exec what follows, so that the pid stays that of the process itself. */
public final class Detached {

    private static final List<String> NEW_SESSION =
            onPath("setsid").map(List::of).orElse(List.of());

    private Detached() {}

    /**
     * Away from the terminal, whose Ctrl-C goes to everything in its foreground group at once. Where there is no
     * setsid (macOS), children get it too, and still end.
     */
    static List<String> newSession() {
        return NEW_SESSION;
    }

    /** Where a program is, as a shell would find it. */
    public static Optional<String> onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH"))
                        .orElse("/usr/bin:/bin")
                        .split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
