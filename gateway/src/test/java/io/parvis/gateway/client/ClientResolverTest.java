package io.parvis.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.gateway.GatewayConfig.ForwardingHeader;
import io.parvis.gateway.problem.GatewayProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientResolverTest {

    private static final List<String> OURS = List.of("10.0.0.0/8", "2001:db8:1::/48", "192.0.2.7");

    private final ClientResolver clients = new ClientResolver(OURS, ForwardingHeader.FORWARDED);

    @Test
    void takesNobodysWordUnlessItIsConfigured() {
        var none = new ClientResolver(List.of(), ForwardingHeader.FORWARDED);

        assertThat(none.of("10.0.0.1", false, List.of("for=198.51.100.1;proto=https"), List.of()))
                .isEqualTo(new Client("10.0.0.1", "10.0.0.1", "http"));
        assertThat(address("198.51.100.9", "for=203.0.113.5")).isEqualTo("198.51.100.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=198.51.100.1                                         | 198.51.100.1",
                "For=198.51.100.1                                         | 198.51.100.1",
                "for=\"198.51.100.1\"                                     | 198.51.100.1",
                "for=\"198.51.100.1:4711\"                                | 198.51.100.1",
                "for=198.51.100.1:4711                                    | 198.51.100.1",
                "for=\"198.51.100.1:_port\"                               | 198.51.100.1",
                "for=\"[2001:db8:cafe::17]:4711\"                         | 2001:db8:cafe::17",
                "for=\"[2001:db8:cafe::17]\"                              | 2001:db8:cafe::17",
                "for=\"[::ffff:198.51.100.1]\"                            | 198.51.100.1",
                "by=10.0.0.1;proto=http;for=198.51.100.1;host=a.example   | 198.51.100.1",
                "for=203.0.113.66, for=198.51.100.1                       | 198.51.100.1",
                "for=203.0.113.66,for=198.51.100.1,for=10.1.1.1           | 198.51.100.1",
                "for=203.0.113.66, for=\"[2001:db8:1::5]\", for=10.1.1.1  | 203.0.113.66",
                "for=10.3.3.3, for=10.1.1.1                               | 10.3.3.3",
                "for=203.0.113.66;x=\"a,for=10.1.1.1\"                    | 203.0.113.66",
                "for=203.0.113.66;x=\"a\\\",for=10.1.1.1\"                | 203.0.113.66",
                "for=_hidden                                              | _hidden",
                "for=203.0.113.66, for=_SEVKISEK                          | _SEVKISEK",
                "for=\"_SEVKISEK:4711\"                                   | _SEVKISEK",
                "for=\"_SEVKISEK:_port\"                                  | _SEVKISEK",
                "for=[2001:db8:cafe::17]:4711                             | 2001:db8:cafe::17",
                "for=2001:db8:cafe::17                                    | 2001:db8:cafe::17",
                "for=\"198.51.100.1\";host=\"a,for=203.0.113.66\"          | 198.51.100.1",
                "for=198.51.100.1;x=\"\\\\\"                               | 198.51.100.1",
                "for=198.51.100.1;x=\"\\\",for=203.0.113.66;y=\\\"\"        | 198.51.100.1",
                "for=unknown                                              | 10.0.0.1",
                "for=\"unknown:4711\"                                     | 10.0.0.1",
                "for=Unknown                                              | 10.0.0.1",
                "for=203.0.113.66, for=unknown, for=10.1.1.1              | 10.1.1.1",
                "proto=https                                              | 10.0.0.1",
                ", ,for=198.51.100.1,                                     | 198.51.100.1"
            })
    void readsTheFirstFromTheRightThatIsNotOurs(String header, String client) {
        assertThat(address("10.0.0.1", header.strip())).isEqualTo(client.strip());
    }

    /** The client wrote it: whom a trusted proxy then added is the client all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "for=\"",
                "for=\"x",
                "for=\"x\\",
                "for=\"\\\"",
                "\\",
                "for=\"a\"b\"",
                "for",
                "for=",
                "=198.51.100.2",
                "for=198.51.100.2 for=10.1.1.1",
                "for=198.51.100.2;for=203.0.113.66",
                "for =198.51.100.2",
                "for=nobody",
                "for=2130706433",
                "for=\"[2001:db8:cafe::17\"",
                "for=\u00e9",
                ";;;",
                ",,,",
                "for=203.0.113.66, for=\"10.1.1.1",
                "for=\"10.1.1.1, for=10.1.1.1",
                "for=\"_x\\\", for=10.1.1.1"
            })
    void isNotMisledByWhatStandsFurtherLeft(String made) {
        for (var added : List.of("for=198.51.100.1", "for=\"198.51.100.1:4711\"", "for=198.51.100.1;host=\"a\\\"b\"")) {
            assertThat(address("10.0.0.1", made + ", " + added)).isEqualTo("198.51.100.1");
            assertThat(address("10.0.0.1", made + "," + added)).isEqualTo("198.51.100.1");
            assertThat(address("10.0.0.1", made, added)).isEqualTo("198.51.100.1");
            assertThat(address("10.0.0.1", made, added + " , for=10.2.2.2")).isEqualTo("198.51.100.1");
        }
        var older = new ClientResolver(OURS, ForwardingHeader.X_FORWARDED);
        assertThat(older.of("10.0.0.1", false, List.of(made + ", 198.51.100.1"), List.of(made + ", https")))
                .isEqualTo(new Client("198.51.100.1", "198.51.100.1", "https"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=198.51.100.1, for=\"10.1.1.1",
                "for=198.51.100.1, for=10.1.1.1\"",
                "for",
                "for=",
                "for=198.51.100.1 for=10.1.1.1",
                "=198.51.100.1",
                "for=198.51.100.1;for=203.0.113.66",
                "for =198.51.100.1",
                "for=\u00e9",
                "for=\"[2001:db8:cafe::17\"",
                "for=\"[198.51.100.1]\"",
                "for=2130706433",
                "for=localhost",
                "for=\"\"",
                "for=198.51.100.1:x",
                "for=\"_\"",
                "for=nobody, for=10.1.1.1"
            })
    void refusesWhatATrustedProxySaidAndNobodyCanRead(String header) {
        assertThatThrownBy(() -> address("10.0.0.1", header))
                .isInstanceOfSatisfying(
                        GatewayProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.1, nobody", "\"198.51.100.1\"", "198.51.100.1 10.1.1.1", "nobody, 10.1.1.1"})
    void refusesWhatATrustedProxySaidInTheOlderWayAndNobodyCanRead(String header) {
        var older = new ClientResolver(OURS, ForwardingHeader.X_FORWARDED);

        assertThatThrownBy(() -> older.of("10.0.0.1", false, List.of(header), List.of()))
                .isInstanceOf(GatewayProblemException.class);
    }

    @Test
    void readsTheOlderHeaderFromTheRight() {
        var older = new ClientResolver(OURS, ForwardingHeader.X_FORWARDED);

        assertThat(older.of("10.0.0.1", false, List.of("203.0.113.66, 198.51.100.1:4711, 10.2.2.2"), List.of())
                        .address())
                .isEqualTo("198.51.100.1");
        assertThat(older.of("10.0.0.1", false, List.of("203.0.113.66, [2001:db8::17]:80,"), List.of())
                        .address())
                .isEqualTo("2001:db8::17");
        assertThat(older.of("10.0.0.1", false, List.of("203.0.113.66, unknown"), List.of())
                        .address())
                .isEqualTo("10.0.0.1");
    }

    @Test
    void refusesToStartWithProxiesThatItIsNotToldHowToHear() {
        assertThatThrownBy(() -> new ClientResolver(OURS, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parvis.gateway.proxies.header");
        assertThat(new ClientResolver(List.of(), null).of("10.0.0.1", false, List.of("for=198.51.100.1"), List.of()))
                .isEqualTo(new Client("10.0.0.1", "10.0.0.1", "http"));
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(address("10.0.0.1", "for=203.0.113.66", "for=198.51.100.1", "for=10.2.2.2"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void knowsTheSchemeFromTheMachineThatTheClientCameTo() {
        var header = List.of("for=203.0.113.66;proto=http, for=198.51.100.1;proto=HTTPS, for=10.1.1.1;proto=http");

        assertThat(clients.of("10.0.0.1", false, header, List.of()).scheme()).isEqualTo("https");
        assertThat(clients.of("10.0.0.1", true, List.of("for=198.51.100.1;proto=gopher"), List.of())
                        .scheme())
                .isEqualTo("https");
    }

    @Test
    void looksAtTheOlderHeadersOnlyWhereTheyAreConfigured() {
        var older = new ClientResolver(OURS, ForwardingHeader.X_FORWARDED);

        assertThat(older.of("10.0.0.1", false, List.of("203.0.113.66, 198.51.100.1", "10.2.2.2"), List.of("https")))
                .isEqualTo(new Client("198.51.100.1", "198.51.100.1", "https"));
        assertThat(older.of("10.0.0.1", false, List.of("2001:db8:cafe::17"), List.of())
                        .address())
                .isEqualTo("2001:db8:cafe::17");
    }

    @Test
    void countsANetworkOfIpv6AsOneClient() {
        var one = clients.of("2001:db8:cafe:1::1", false, List.of(), List.of());
        var other = clients.of("2001:db8:cafe:1:ffff::2", false, List.of(), List.of());
        var third = clients.of("2001:db8:cafe:2::1", false, List.of(), List.of());

        assertThat(one.countedAs()).isEqualTo(other.countedAs()).isNotEqualTo(third.countedAs());
    }

    @Test
    void countsNamesOfOneProxyApartFromThoseOfAnother() {
        var one = clients.of("10.0.0.1", false, List.of("for=_a"), List.of());
        var other = clients.of("10.0.0.2", false, List.of("for=_a"), List.of());

        assertThat(one.countedAs()).isNotEqualTo(other.countedAs());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0/8",
                "example.org",
                "",
                "::/129",
                "10.0.0.0/-1",
                "fe80::1%eth0"
            })
    void refusesToStartWithANetworkThatIsNone(String network) {
        assertThatThrownBy(() -> new ClientResolver(List.of(network), ForwardingHeader.FORWARDED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parvis.gateway.proxies.trusted");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.255.255,true",
        "10.0.0.0/8,11.0.0.0,false",
        "10.0.0.128/25,10.0.0.127,false",
        "10.0.0.128/25,10.0.0.128,true",
        "0.0.0.0/0,203.0.113.9,true",
        "0.0.0.0/0,2001:db8::1,false",
        "::/0,2001:db8::1,true",
        "2001:db8::/33,2001:db8:8000::,false",
        "192.0.2.7,192.0.2.7,true",
        "192.0.2.7,192.0.2.8,false"
    })
    void knowsWhatANetworkHolds(String network, String address, boolean held) {
        assertThat(Network.read(network).contains(Addresses.read(address).orElseThrow()))
                .isEqualTo(held);
    }

    private String address(String peer, String... headers) {
        return clients.of(peer, false, List.of(headers), List.of()).address();
    }
}
