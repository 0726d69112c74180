package io.parvis.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, showing a page from an origin of its own. */
record Browser(Path program, Path folder) {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int PATIENCE_SECONDS = 60;

    static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Shows the page until its script has called {@code tell(…)}.
     *
     * @param script of a module, so that it may await
     * @return what it told
     */
    JsonNode show(String script) throws Exception {
        var told = new CompletableFuture<String>();
        var origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin.createContext("/", exchange -> answer(exchange, page(script)));
        origin.createContext("/told", exchange -> {
            told.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            answer(exchange, "");
        });
        origin.start();
        var browser = start("http://localhost:" + origin.getAddress().getPort() + "/");
        try {
            return SuiteClient.parse(told.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } finally {
            browser.descendants().forEach(ProcessHandle::destroy);
            browser.destroy();
            browser.waitFor();
            origin.stop(0);
        }
    }

    private Process start(String url) throws IOException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + Files.createDirectory(folder.resolve("profile")));
        command.add("--remote-debugging-port=0");
        command.add(url);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
    }

    private static String page(String script) {
        return """
            <!doctype html><title>A page of another origin</title><script type="module">
            const tell = what => fetch("/told", {method: "POST", body: JSON.stringify(what)});
            try { %s } catch (error) { await tell({error: String(error)}); }
            </script>\
            """.formatted(script);
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        var body = page.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
