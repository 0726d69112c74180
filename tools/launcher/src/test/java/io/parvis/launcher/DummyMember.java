package io.parvis.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for a member of the suite: healthy, and nothing else. It tells its environment's names when asked. */
public final class DummyMember {

    private DummyMember() {}

    public static void main(String[] arguments) throws IOException {
        var address = new InetSocketAddress(
                System.getenv("QUARKUS_HTTP_HOST"), Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
        var server = HttpServer.create(address, 0);
        server.createContext("/", exchange -> {
            var answer = String.join("\n", System.getenv().keySet()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        System.out.println("listening on " + address);
    }

    /** A checkout in which every member is built, and is a dummy. */
    static Path checkout(Path folder) {
        for (var member : Member.values()) {
            writeJar(member.application(folder).resolve("quarkus-run.jar"));
        }
        return folder;
    }

    private static void writeJar(Path jar) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, DummyMember.class.getName());
        var entry = DummyMember.class.getName().replace('.', '/') + ".class";
        try {
            Files.createDirectories(jar.getParent());
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                    var code = DummyMember.class.getResourceAsStream("/" + entry)) {
                out.putNextEntry(new JarEntry(entry));
                code.transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
