package io.parvis.torture.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private final FreePorts ports = new FreePorts();
    private final int port = ports.next();
    private final SplittableRandom dice = new SplittableRandom(1);
    private ServerSocket echo;
    private TcpProxy proxy;
    private Socket client;

    @BeforeEach
    void connect() throws IOException {
        echo = new ServerSocket(ports.next(), 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = new TcpProxy(port, echo.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(5_000);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        echo.close();
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                var one = echo.accept();
                Thread.ofVirtual().start(() -> answer(one));
            } catch (IOException closed) {
                // The test is over.
            }
        }
    }

    private static void answer(Socket one) {
        try (one) {
            one.getInputStream().transferTo(one.getOutputStream());
        } catch (IOException cut) {
            // That is what is tested.
        }
    }

    private void say(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String hear(int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    @Test
    void losesWhatIsSaidOnAMuteConnectionAndTellsNobodyButPassesOnWhatIsSaidOnANewOne() throws IOException {
        say("a");
        hear(1);
        proxy.blackhole(dice, 1);
        say("b");
        client.setSoTimeout(300);
        assertThatThrownBy(() -> hear(1)).isInstanceOf(SocketTimeoutException.class);
        client.close();
        client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(5_000);

        say("c");

        assertThat(hear(1)).isEqualTo("c");
    }

    @Test
    void passesOnWhatIsSaid() throws IOException {
        say("hello");

        assertThat(hear(5)).isEqualTo("hello");
    }

    @Test
    void cutsAtOnce() throws IOException {
        say("hello");
        hear(5);

        assertThat(proxy.cut(dice, 1)).isEqualTo(1);

        assertThatThrownBy(() -> hear(1)).isInstanceOf(IOException.class);
    }

    @Test
    void cutsAfterSomeMoreBytes() throws IOException {
        say("hello");
        hear(5);
        proxy.cutLater(dice, 1, 4);

        assertThatThrownBy(() -> {
                    say("hello");
                    if (hear(5).length() < 5) {
                        throw new IOException("ended early");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void holdsBackWhileItStalls() throws IOException {
        say("hello");
        hear(5);
        proxy.stall();
        say("world");

        assertThat(client.getInputStream().available()).isZero();
        proxy.flow();
        assertThat(hear(5)).isEqualTo("world");
    }

    @Test
    void hangsUpOnNewOnesWhileItRefuses() throws IOException {
        // The first one has been taken, and is not a new one.
        say("first");
        hear(5);
        proxy.refuse();
        try (var other = new Socket(InetAddress.getLoopbackAddress(), port)) {
            other.setSoTimeout(5_000);

            assertThatThrownBy(() -> {
                        if (other.getInputStream().read() < 0) {
                            throw new IOException("ended");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        proxy.heal();
        say("hello");
        assertThat(hear(5)).isEqualTo("hello");
        await().until(() -> proxy.connections() == 1);
    }
}
