package io.parvis.eventing.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class UpcasterChainTest {

    private static final Upcaster SPLIT_NAME = step("1", "2", payload -> {
        var parts = payload.remove("name").asText().split(" ", 2);
        return payload.put("first", parts[0]).put("last", parts[1]);
    });
    private static final Upcaster ADD_COUNTRY = step("2", "3", payload -> payload.put("country", "FR"));

    @Test
    void bringsAnOldVersionToTheNewestStepByStep() {
        var current = new UpcasterChain(List.of(ADD_COUNTRY, SPLIT_NAME))
                .current("test.Named", "1", bytes("{\"name\":\"Ada Lovelace\"}"));

        assertThat(current.version()).isEqualTo("3");
        assertThat(new String(current.payload(), StandardCharsets.UTF_8))
                .isEqualTo("{\"first\":\"Ada\",\"last\":\"Lovelace\",\"country\":\"FR\"}");
    }

    @Test
    void leavesTheNewestVersionAndOtherEventsUntouched() {
        var formats = new UpcasterChain(List.of(SPLIT_NAME));
        var payload = bytes("not even JSON");

        assertThat(formats.current("test.Named", "2", payload).payload()).isSameAs(payload);
        assertThat(formats.current("test.Other", "1", payload).payload()).isSameAs(payload);
    }

    @Test
    void refusesTwoWaysOn() {
        assertThatThrownBy(() -> new UpcasterChain(List.of(SPLIT_NAME, step("1", "3", payload -> payload))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAStepThatLeadsBackOrFromWhatIsNoVersion() {
        for (var step : List.of(step("2", "1", p -> p), step("1", "1", p -> p), step("a", "2", p -> p))) {
            assertThatThrownBy(() -> new UpcasterChain(List.of(step))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void demandsAFullNameOfEveryEvent() {
        assertThatThrownBy(() -> EventType.of(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@Event(namespace, name, version)");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Upcaster step(String from, String to, UnaryOperator<ObjectNode> change) {
        return new Upcaster() {
            @Override
            public String eventName() {
                return "test.Named";
            }

            @Override
            public String fromVersion() {
                return from;
            }

            @Override
            public String toVersion() {
                return to;
            }

            @Override
            public ObjectNode upcast(ObjectNode payload) {
                return change.apply(payload);
            }
        };
    }
}
