package io.parvis.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.launcher.console.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LauncherSettingsTest {

    private static LauncherSettings settings(Map<String, String> environment) {
        return LauncherSettings.from(Path.of("/checkout"), environment);
    }

    @Test
    void workWithoutAnyVariable() {
        var settings = settings(Map.of());

        assertThat(settings.gatewayUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.postgresPort()).isEqualTo(8084);
        assertThat(settings.var().path()).isEqualTo(Path.of("/checkout/var"));
        assertThat(settings.heapOf(Member.REPUTATION)).isEqualTo("256m");
    }

    @Test
    void moveTheWholeBlockOfPorts() {
        var settings = settings(Map.of("PARVIS_PORT", "9000"));

        assertThat(settings.portOf(Member.GATEWAY)).isEqualTo(9000);
        assertThat(settings.portOf(Member.REPUTATION)).isEqualTo(9003);
        assertThat(settings.postgresPort()).isEqualTo(9004);
    }

    @Test
    void refuseAPortThatIsNone() {
        assertThatThrownBy(() -> settings(Map.of("PARVIS_PORT", "65533")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("PARVIS_PORT")
                .hasMessageContaining("65533");
    }

    @Test
    void refuseAPortThatIsTakenAndSayWhatToDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Ports.refuseOccupied("127.0.0.1", taken.getLocalPort(), "gateway"))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("gateway")
                    .hasMessageContaining("PARVIS_PORT");
        }
    }

    @Test
    void keepForThemselvesWhatIsMeantForTheLauncher() {
        var settings = settings(Map.of(
                "PARVIS_PORT", "9000", "PARVIS_HEAP_GATEWAY", "1g", "PARVIS_DATABASE_URL", "x", "HOME", "/root"));

        assertThat(settings.ownVariables()).containsExactlyInAnyOrder("PARVIS_PORT", "PARVIS_HEAP_GATEWAY");
    }
}
