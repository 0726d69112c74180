package io.parvis.launcher.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    private Secrets secrets() {
        return Secrets.in(folder.resolve("secrets"), List.of("presence", "gateway"));
    }

    @Test
    void areMadeOnceAndKept() {
        var first = secrets();

        var second = secrets();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void mayBeRingsOfKeys() throws Exception {
        var first = secrets();
        var ring = "2027:" + first.drawSeedKey() + "\n2026:" + first.blindIndexKey();
        Files.writeString(folder.resolve("secrets/fan-wrapping-key"), ring + "\n");

        assertThat(secrets().fanWrappingKey()).isEqualTo(ring);
    }

    @Test
    void areForTheirOwnerAlone() throws Exception {
        secrets();

        try (var files = Files.list(folder.resolve("secrets"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void haveAKeyThatMayDoEverythingAndOnePerRole() {
        var keys = secrets().keys();

        assertThat(keys)
                .hasSize(8)
                .allSatisfy(key -> assertThat(key.value()).matches("pv_[a-z0-9]{12}_[A-Za-z0-9_-]{43}"));
        assertThat(keys.getFirst().roles()).isEqualTo(DevelopmentKey.ROLES);
        assertThat(keys.stream().map(DevelopmentKey::value)).doesNotHaveDuplicates();
    }

    @Test
    void haveASigningKeyWhoseHalvesBelongTogether() throws Exception {
        var keys = secrets().signingKeys();
        var factory = KeyFactory.getInstance("Ed25519");
        var decoder = Base64.getDecoder();
        var message = "who comes in".getBytes(StandardCharsets.UTF_8);
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(keys.privateKey()))));
        signature.update(message);
        var signed = signature.sign();

        signature.initVerify(factory.generatePublic(new X509EncodedKeySpec(decoder.decode(keys.publicKey()))));
        signature.update(message);

        assertThat(signature.verify(signed)).isTrue();
    }
}
