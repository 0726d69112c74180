package io.parvis.eventing.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Stands between an engine and its database, and cuts, silences or refuses connections at a byte that one names. */
public final class CuttingProxy implements AutoCloseable {

    public enum Side {
        REQUEST,
        ANSWER
    }

    public enum Fault {
        /** Both ends see the connection closed. */
        CUT,
        /** So, for all connections, and new ones are hung up on until it is healed. */
        CUT_FOR_GOOD,
        /** Nothing passes any more, and nobody is told. */
        SILENCE
    }

    private final int target;
    private final ServerSocket listening;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Map<Side, Long> passed = new EnumMap<>(Map.of(Side.REQUEST, 0L, Side.ANSWER, 0L));
    private @Nullable Side armed;
    private @Nullable Fault fault;
    private long allowed;
    private long again;
    private int more;
    private volatile @Nullable Fault struck;
    private volatile boolean refusing;

    public CuttingProxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private record Link(Socket client, Socket server, AtomicBoolean mute) {

        void close() {
            for (var socket : new Socket[] {client, server}) {
                try {
                    socket.close();
                } catch (IOException closedAlready) {
                    // That is what was wanted.
                }
            }
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Whether it has, since it was told to. */
    public boolean struck() {
        return struck != null;
    }

    /** How many bytes went that way. */
    public synchronized long passed(Side side) {
        return passed.get(side);
    }

    /** The fault strikes once, after so many more bytes that way. */
    public void strikeAfter(Side side, long bytes, Fault how) {
        strikeAfter(side, bytes, how, 1);
    }

    /** It strikes so often, each time after so many more bytes. */
    public synchronized void strikeAfter(Side side, long bytes, Fault how, int times) {
        struck = null;
        armed = side;
        allowed = bytes;
        again = bytes;
        fault = how;
        more = times - 1;
    }

    public synchronized void heal() {
        armed = null;
        refusing = false;
    }

    /** Over the connections that there are, nothing passes any more, and nobody is told; new ones work. */
    public void fallMute() {
        links.forEach(link -> link.mute().set(true));
    }

    public void refuse() {
        refusing = true;
        links.forEach(Link::close);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                if (refusing) {
                    client.close();
                    continue;
                }
                var link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target), new AtomicBoolean());
                client.setTcpNoDelay(true);
                link.server().setTcpNoDelay(true);
                links.add(link);
                Thread.ofVirtual().start(() -> relay(link, link.client(), link.server(), Side.REQUEST));
                Thread.ofVirtual().start(() -> relay(link, link.server(), link.client(), Side.ANSWER));
            } catch (IOException closed) {
                // Closed, or the database is away: the client sees its connection end.
            }
        }
    }

    private void relay(Link link, Socket from, Socket to, Side side) {
        var buffer = new byte[8192];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (link.mute().get()) {
                    continue;
                }
                int pass = admit(side, read);
                out.write(buffer, 0, Math.abs(pass) - (pass < 0 ? 1 : 0));
                out.flush();
                if (pass < 0) {
                    if (struck == Fault.SILENCE) {
                        swallow(in, buffer);
                    } else if (struck == Fault.CUT_FOR_GOOD) {
                        links.forEach(Link::close);
                    }
                    break;
                }
            }
        } catch (IOException broken) {
            // Ends the link as a cut does.
        }
        links.remove(link);
        link.close();
    }

    private static void swallow(InputStream in, byte[] buffer) throws IOException {
        while (in.read(buffer) >= 0) {
            // Nothing gets through.
        }
    }

    /** @return how many bytes pass; where it strikes, as -(bytes + 1) */
    private synchronized int admit(Side side, int bytes) {
        if (armed != side || allowed >= bytes) {
            if (armed == side) {
                allowed -= bytes;
            }
            passed.merge(side, (long) bytes, Long::sum);
            return bytes;
        }
        int pass = (int) allowed;
        passed.merge(side, (long) pass, Long::sum);
        struck = fault;
        refusing = fault == Fault.CUT_FOR_GOOD;
        if (more-- > 0) {
            allowed = again;
        } else {
            armed = null;
        }
        return -(pass + 1);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.forEach(Link::close);
    }
}
