package io.parvis.gateway.wire;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection to the gateway on which bytes are said and heard as they are. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    RawConnection() throws IOException {
        this(new Socket("127.0.0.1", RestAssured.port));
    }

    private RawConnection(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** One that holds only a few kilobytes of what it does not read. */
    static RawConnection withLittleRoom() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        return new RawConnection(socket);
    }

    /** All that the gateway says until it closes the connection. */
    static String answerAndEnd(String request) throws IOException {
        try (var connection = new RawConnection()) {
            connection.say(request);
            return connection.hearToTheEnd();
        }
    }

    void say(String text) throws IOException {
        say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** All that the gateway says until it closes the connection or has been silent for so long. */
    String hearUntilSilence(int millis) throws IOException {
        socket.setSoTimeout(millis);
        var heard = new StringBuilder();
        try {
            for (var letter = in.read(); letter >= 0; letter = in.read()) {
                heard.append((char) letter);
            }
        } catch (SocketTimeoutException silence) {
            heard.append("(and nothing more)");
        }
        return heard.toString();
    }

    /** An answer with its body, which must have a length or none. */
    Answer hear() throws IOException {
        var head = new StringBuilder();
        for (var line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return Answer.of(head.toString(), this);
    }

    String hearToTheEnd() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    byte[] hear(int length) throws IOException {
        return in.readNBytes(length);
    }

    /** Hangs up as a process does that was killed: the other side sees a reset. */
    void reset() throws SocketException, IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("closed after: " + line);
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** @param head one line after another */
    record Answer(String head, String body) {

        static Answer of(String head, RawConnection connection) throws IOException {
            var length = head.lines()
                    .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                    .findAny()
                    .orElse(0);
            return new Answer(head, new String(connection.hear(length), StandardCharsets.ISO_8859_1));
        }

        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }
    }
}
