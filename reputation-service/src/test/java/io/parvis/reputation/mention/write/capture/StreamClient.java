package io.parvis.reputation.mention.write.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Sends a stream of mentions on a socket of its own and reads the answers meanwhile, as the protocol asks. */
final class StreamClient implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    StreamClient(String path, String authorization) throws IOException {
        this(RestAssured.port, path, authorization);
    }

    StreamClient(int port, String path, String authorization) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        out.write(("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: application/x-ndjson\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n")
                .formatted(path, authorization)
                .getBytes(US_ASCII));
        out.flush();
    }

    /** The answers to bytes that are sent at once. */
    List<JsonPath> exchange(byte[] body) throws IOException, InterruptedException {
        var answers = new ArrayList<JsonPath>();
        exchange(List.of(body).iterator(), line -> answers.add(JsonPath.from(line)));
        return answers;
    }

    /** Sends piece by piece, while each line of the answer is handed on as it comes; returns at the answer's end. */
    void exchange(Iterator<byte[]> pieces, Consumer<String> answers) throws InterruptedException {
        var read = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try {
                read(answers);
                read.complete(null);
            } catch (IOException | RuntimeException broken) {
                read.completeExceptionally(broken);
            }
        });
        Thread.ofVirtual().start(() -> {
            try {
                while (pieces.hasNext()) {
                    send(pieces.next());
                }
                end();
            } catch (IOException broken) {
                read.completeExceptionally(broken);
            }
        });
        try {
            read.get(PATIENCE_SECONDS + Long.getLong("parvis.intake.patience", 0), TimeUnit.SECONDS);
        } catch (TimeoutException never) {
            throw new AssertionError("The stream has not ended", never);
        } catch (ExecutionException broken) {
            throw new AssertionError("The stream broke off", broken.getCause());
        }
    }

    /** One chunk. */
    void send(byte[] piece) throws IOException {
        if (piece.length > 0) {
            out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(US_ASCII));
            out.write(piece);
            out.write("\r\n".getBytes(US_ASCII));
        }
    }

    void flush() throws IOException {
        out.flush();
    }

    void flushed() {
        try {
            flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void end() throws IOException {
        out.write("0\r\n\r\n".getBytes(US_ASCII));
        out.flush();
    }

    /** The status line of the answer, once it comes; -1 at the end of the connection. */
    int status() throws IOException {
        var line = headerLine();
        return line.isEmpty() ? -1 : Integer.parseInt(line.split(" ")[1]);
    }

    /** What stands between the status line and the body, in lower case. */
    List<String> headers() throws IOException {
        var headers = new ArrayList<String>();
        for (var header = headerLine(); !header.isEmpty(); header = headerLine()) {
            headers.add(header.toLowerCase(Locale.ROOT));
        }
        return headers;
    }

    /** Sends without reading until the other side has had enough of it. */
    void sendUntilBrokenOff(byte[] piece) throws Exception {
        var brokenOff = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    send(piece);
                    flush();
                }
            } catch (IOException asWanted) {
                brokenOff.complete(null);
            }
        });
        brokenOff.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Reads and forgets until the other side closes or breaks off. */
    void readUntilBrokenOff() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokenOff) {
            // As wanted.
        }
    }

    private void read(Consumer<String> answers) throws IOException {
        if (status() != 200) {
            throw new IOException("refused");
        }
        headers();
        var line = new ByteArrayOutputStream();
        for (int left = chunk(); left > 0; left = chunk()) {
            for (var one : in.readNBytes(left)) {
                if (one == '\n') {
                    answers.accept(line.toString(UTF_8));
                    line.reset();
                } else {
                    line.write(one);
                }
            }
            headerLine();
        }
        if (line.size() > 0) {
            throw new IOException("The last line of the answer has no end");
        }
    }

    private int chunk() throws IOException {
        var size = headerLine();
        if (size.isEmpty()) {
            throw new IOException("The answer broke off");
        }
        return Integer.parseInt(size, 16);
    }

    private String headerLine() throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            line.append(new String(new byte[] {(byte) one}, ISO_8859_1));
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
