package io.parvis.torture.cluster;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Consumer;

/** One connection through the proxy: two sockets, and a pump for each direction. */
final class ProxiedConnection {

    private static final int CHUNK = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final Gate gate;
    private final Consumer<ProxiedConnection> onEnd;
    private final ByteLimit toServer = new ByteLimit();
    private final ByteLimit toClient = new ByteLimit();
    private volatile boolean blackhole;

    ProxiedConnection(Socket client, Socket server, Gate gate, Consumer<ProxiedConnection> onEnd) {
        this.client = client;
        this.server = server;
        this.gate = gate;
        this.onEnd = onEnd;
    }

    void start() {
        Thread.ofVirtual().start(() -> pump(client, server, toServer));
        Thread.ofVirtual().start(() -> pump(server, client, toClient));
    }

    ByteLimit toServer() {
        return toServer;
    }

    ByteLimit toClient() {
        return toClient;
    }

    /** Nothing passes any more, for as long as it is open. */
    void blackhole() {
        blackhole = true;
    }

    private void pump(Socket from, Socket to, ByteLimit fuse) {
        var chunk = new byte[CHUNK];
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read; (read = in.read(chunk)) > 0; ) {
                gate.pass();
                if (blackhole) {
                    continue;
                }
                var allowed = fuse.take(read);
                out.write(chunk, 0, allowed);
                if (allowed < read) {
                    cut();
                    return;
                }
            }
        } catch (IOException broken) {
            // One side has gone: the other is told by closing.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            onEnd.accept(this);
        }
    }

    /** Both sides at once, without a goodbye (RST). */
    void cut() {
        for (var socket : new Socket[] {client, server}) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException gone) {
                // That was the aim.
            }
        }
    }
}
