package io.parvis.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Iterator;

/**
 * A POST whose answer is read while its body is still being sent. Java's {@code HttpClient} reads nothing before it has
 * sent everything, so that a long answer to a long body would never end.
 */
final class TwoWayStream {

    private static final int SILENCE_MILLIS = 120_000;

    private TwoWayStream() {}

    /** The last line of the answer, where each line is a JSON document. */
    static JsonNode lastAnswer(URI to, String apiKey, Iterator<byte[]> lines) throws IOException {
        try (var connection = new Socket(to.getHost(), to.getPort())) {
            connection.setSoTimeout(SILENCE_MILLIS);
            var sending = Thread.startVirtualThread(() -> send(connection, to, apiKey, lines));
            try {
                return last(new BufferedInputStream(connection.getInputStream(), 1 << 16));
            } finally {
                sending.interrupt();
            }
        }
    }

    private static void send(Socket connection, URI to, String apiKey, Iterator<byte[]> lines) {
        try {
            var out = new BufferedOutputStream(connection.getOutputStream(), 1 << 16);
            out.write(
                    """
                    POST %s HTTP/1.1\r
                    Host: %s\r
                    X-API-Key: %s\r
                    Content-Type: application/x-ndjson\r
                    Transfer-Encoding: chunked\r
                    \r
                    """.formatted(to.getRawPath(), to.getRawAuthority(), apiKey).getBytes(ISO_8859_1));
            while (lines.hasNext()) {
                chunk(out, lines.next());
            }
            out.write("0\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        } catch (IOException broken) {
            // The reader is told by the connection.
        }
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
        out.write(bytes);
        out.write("\r\n".getBytes(ISO_8859_1));
    }

    private static JsonNode last(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200 ")) {
            throw new IOException(status);
        }
        while (!line(in).isEmpty()) {
            // The head tells nothing more that matters here.
        }
        try (var answers = new BufferedReader(new InputStreamReader(new Chunks(in), UTF_8))) {
            return SuiteClient.parse(
                    answers.lines().reduce((before, last) -> last).orElseThrow());
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection was closed after: " + line);
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /** The bytes of a chunked body. */
    private static final class Chunks extends InputStream {

        private final InputStream in;
        private int left;
        private boolean begun;
        private boolean over;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 && !over) {
                next();
            }
            if (over) {
                return -1;
            }
            int count = in.read(bytes, offset, Math.min(length, left));
            if (count < 0) {
                throw new IOException("The answer broke off");
            }
            left -= count;
            return count;
        }

        private void next() throws IOException {
            if (begun) {
                line(in);
            }
            begun = true;
            left = Integer.parseInt(line(in), 16);
            over = left == 0;
        }
    }
}
