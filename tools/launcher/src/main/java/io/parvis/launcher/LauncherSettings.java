package io.parvis.launcher;

import io.parvis.launcher.console.LauncherException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person may decide, by environment variables; deploy/README.md lists them.
 *
 * @param root the checkout
 * @param port the gateway's, and the first of the block of five
 * @param host where the gateway listens; everything else listens on 127.0.0.1
 * @param aot whether services start from an ahead-of-time cache
 */
record LauncherSettings(Path root, VarFolder var, int port, String host, boolean aot, Map<String, String> environment) {

    private static final int HIGHEST_PORT = 65535;
    private static final Pattern OWN_VARIABLES =
            Pattern.compile("PARVIS_(PORT|HOST|VAR|AOT|FORCE|SKIP_BUILD|HEAP_.*|JAVA_OPTS_.*)");

    static LauncherSettings from(Path root, Map<String, String> environment) {
        return new LauncherSettings(
                root,
                new VarFolder(root.resolve(environment.getOrDefault("PARVIS_VAR", "var"))
                        .toAbsolutePath()
                        .normalize()),
                port(environment.getOrDefault("PARVIS_PORT", "8080")),
                environment.getOrDefault("PARVIS_HOST", "127.0.0.1"),
                !environment.getOrDefault("PARVIS_AOT", "on").equals("off"),
                Map.copyOf(environment));
    }

    /** Variables that speak to the launcher: its children read others that begin alike. */
    Set<String> ownVariables() {
        return environment.keySet().stream()
                .filter(name -> OWN_VARIABLES.matcher(name).matches())
                .collect(Collectors.toSet());
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port + Member.POSTGRES_PORT_OFFSET <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for any other value that is no port.
        }
        throw new LauncherException("PARVIS_PORT is the first of five ports, a number from 1 to "
                + (HIGHEST_PORT - Member.POSTGRES_PORT_OFFSET) + ", and not \"" + text + "\".");
    }

    int portOf(Member member) {
        return port + member.portOffset();
    }

    int postgresPort() {
        return port + Member.POSTGRES_PORT_OFFSET;
    }

    String hostOf(Member member) {
        return member == Member.GATEWAY ? host : "127.0.0.1";
    }

    /** Where the launcher itself reaches a member. */
    String urlOf(Member member) {
        var listens = hostOf(member);
        var reached = listens.equals("0.0.0.0") || listens.equals("::") ? "127.0.0.1" : listens;
        return "http://" + reached + ":" + portOf(member);
    }

    /** Where people reach the gateway. */
    String gatewayUrl() {
        return "http://localhost:" + port;
    }

    /** With what links begin that are shared with the world. */
    String publicUrl() {
        return environment.getOrDefault("PARVIS_PUBLIC_URL", gatewayUrl());
    }

    String heapOf(Member member) {
        return environment.getOrDefault("PARVIS_HEAP_" + member.name(), member.defaultHeap());
    }

    /** Added to a member's own, last, so that they win. */
    List<String> javaOptionsOf(Member member) {
        var options = environment
                .getOrDefault("PARVIS_JAVA_OPTS_" + member.name(), "")
                .strip();
        return options.isEmpty() ? List.of() : Arrays.asList(options.split("\\s+"));
    }
}
