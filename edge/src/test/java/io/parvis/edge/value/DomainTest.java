package io.parvis.edge.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org",
        "Example.ORG, example.org",
        "BÜCHER.example, xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "XN--BCHER-KVA.example, xn--bcher-kva.example",
        "faß.example, xn--fa-hia.example",
        "fass.example, fass.example",
        "βόλος.example, xn--nxasmm1c.example",
        "βόλοσ.example, xn--nxasmq6b.example",
        "例え。テスト, xn--r8jz45g.xn--zckzah",
        "ｅｘａｍｐｌｅ.org, example.org",
        "r3---sn.example.org, r3---sn.example.org",
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1"
    })
    void comparesDomainsInAscii(String domain, String ascii) {
        assertThat(Domain.ascii(domain)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                ".a",
                "a.",
                "-a.b",
                "a-.b",
                "a_b.c",
                "a b.c",
                "a@b.c",
                "a:b.c",
                "a\u200bb..c",
                "xn--zzzz.b",
                "xn--fa-hia-.b",
                "a\u0300\u200d.b",
                "\u0300a.b",
                "a\u2024b..c"
            })
    void knowsWhatIsNone(String domain) {
        assertThat(Domain.ascii(domain)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_000, 1_000_000})
    void knowsThatALabelHas63Characters(int length) {
        assertThat(Domain.ascii("a".repeat(length) + ".b")).isNull();
        assertThat(Domain.ascii("a".repeat(63) + ".b")).isNotNull();
    }

    @Test
    void takesNoNameThatIsTooLongForItsReader() {
        for (var name : List.of(
                "\u00fc".repeat(1_500) + ".de", "xn--" + "a".repeat(2_500) + ".de", "a.".repeat(5_000) + "de")) {
            assertThat(Domain.ascii(name)).isNull();
            assertThat(Domain.unicode(name)).isEqualTo(name);
        }
    }
}
