package io.parvis.torture.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Stands between the services and PostgreSQL, and breaks what passes. */
public final class TcpProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final Gate gate = new Gate();
    private final Set<ProxiedConnection> links = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;

    TcpProxy(int port, int target) {
        try {
            this.listener = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.target = target;
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    /** How many connections there are. */
    public int connections() {
        return links.size();
    }

    /** Cuts that part of all connections, at once. */
    public int cut(RandomGenerator random, double part) {
        var chosen = some(random, part);
        chosen.forEach(ProxiedConnection::cut);
        return chosen.size();
    }

    /**
     * Cuts that part of all connections as soon as some more bytes have passed, in one direction or the other: in the
     * middle of a request, between request and answer, or in the middle of an answer.
     */
    public int cutLater(RandomGenerator random, double part, int mostBytes) {
        var chosen = some(random, part);
        for (var link : chosen) {
            var fuse = random.nextBoolean() ? link.toServer() : link.toClient();
            fuse.set(random.nextInt(mostBytes));
        }
        return chosen.size();
    }

    /** Nothing passes any more, and no connection ends. */
    public void stall() {
        gate.shut();
    }

    /**
     * That part of all connections falls mute, and stays so however long anybody waits: what is said on it is lost, and
     * nobody is told.
     */
    public int blackhole(RandomGenerator random, double part) {
        var chosen = some(random, part);
        chosen.forEach(ProxiedConnection::blackhole);
        return chosen.size();
    }

    /** New connections are hung up on. */
    public void refuse() {
        refusing = true;
    }

    /** What was stalled goes on. */
    public void flow() {
        gate.open();
    }

    /** New connections are taken again. */
    public void welcome() {
        refusing = false;
    }

    /** Everything passes again, save over connections that are mute: those must be given up. */
    public void heal() {
        welcome();
        flow();
        for (var link : links) {
            link.toServer().remove();
            link.toClient().remove();
        }
    }

    private List<ProxiedConnection> some(RandomGenerator random, double part) {
        return links.stream().filter(link -> random.nextDouble() < part).toList();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                // Closed, or one that went away before it was taken.
            }
        }
    }

    private void connect(Socket client) {
        try {
            if (refusing) {
                client.setSoLinger(true, 0);
                client.close();
                return;
            }
            gate.pass();
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var link = new ProxiedConnection(client, server, gate, links::remove);
            links.add(link);
            link.start();
        } catch (IOException away) {
            close(client);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
        } catch (IOException gone) {
            // That was the aim.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gate.open();
        links.forEach(ProxiedConnection::cut);
    }
}
