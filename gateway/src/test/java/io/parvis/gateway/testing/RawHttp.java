package io.parvis.gateway.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends exactly what it is given, where a proper client would tidy up first. */
public final class RawHttp implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    public RawHttp(int port) throws IOException {
        this(new Socket("127.0.0.1", port));
    }

    private RawHttp(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** One that holds only a few kilobytes of what it does not read. */
    public static RawHttp withLittleRoom(int port) throws IOException {
        return withLittleRoom("127.0.0.1", port);
    }

    /** @param source another address of this machine, such as 127.0.0.2 */
    public static RawHttp withLittleRoom(String source, int port) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.bind(new InetSocketAddress(source, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return new RawHttp(socket);
    }

    /** @param source another address of this machine, such as 127.0.0.2 */
    public static RawHttp from(String source, int port) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(source, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return new RawHttp(socket);
    }

    /** Sends a request without a body and returns the head of the answer. */
    public static String get(int port, String target, String... headers) throws IOException {
        return send(port, "GET", target, headers);
    }

    /** @param source another address of this machine, such as 127.0.0.2 */
    public static String getFrom(String source, int port, String target, String... headers) throws IOException {
        try (var connection = from(source, port)) {
            connection.head("GET", target, headers);
            return connection.readHead();
        }
    }

    public static String send(int port, String method, String target, String... headers) throws IOException {
        try (var connection = new RawHttp(port)) {
            connection.head(method, target, headers);
            return connection.readHead();
        }
    }

    public void head(String method, String target, String... headers) throws IOException {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: gateway\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        write(head.append("\r\n").toString());
    }

    public void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    public void chunk(String text) throws IOException {
        write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    public String readHead() throws IOException {
        var head = new StringBuilder();
        for (var line = readLine(); !line.isEmpty(); line = readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    public String readChunk() throws IOException {
        var length = Integer.parseInt(readLine(), 16);
        var text = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        readLine();
        return text;
    }

    public String readBytes(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether anything has come that was not read yet. */
    public boolean isAnswered() throws IOException {
        return in.available() > 0;
    }

    /** All that comes until the connection is closed. */
    public String readAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Leaves as a program does that crashes. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
