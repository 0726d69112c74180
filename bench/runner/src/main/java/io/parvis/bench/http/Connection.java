package io.parvis.bench.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One kept-alive HTTP/1.1 connection with one request at a time. It does as little as it can: what the client costs is
 * taken from the same cores as what is measured, and would make everybody look alike.
 */
final class Connection {

    private static final Pattern LENGTH = Pattern.compile("content-length: *(\\d+)");

    private final NetSocket socket;
    private Buffer received = Buffer.buffer();
    private Promise<Answer> waiting = Promise.promise();

    record Answer(int status, String text) {}

    private Connection(NetSocket socket) {
        this.socket = socket;
        socket.handler(this::receive);
        socket.closeHandler(closed -> waiting.tryFail("The connection was closed"));
        socket.exceptionHandler(broken -> waiting.tryFail(broken));
    }

    static Future<Connection> open(NetClient client, int port) {
        return client.connect(port, "127.0.0.1").map(Connection::new);
    }

    /** Fails where the connection breaks; any status is an answer. */
    Future<Answer> send(Buffer request) {
        var answer = Promise.<Answer>promise();
        waiting = answer;
        socket.write(request);
        return answer.future();
    }

    private void receive(Buffer bytes) {
        received = received.length() == 0 ? bytes : received.appendBuffer(bytes);
        var text = received.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        var head = text.substring(0, end).toLowerCase(Locale.ROOT);
        var length = LENGTH.matcher(head);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        if (text.length() >= end + 4 + body) {
            received = Buffer.buffer();
            waiting.tryComplete(new Answer(Integer.parseInt(head.substring(9, 12)), text));
        }
    }
}
