package io.parvis.engagement.reward.write.move;

import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** The programme limits what a fan earns in a period. */
class CapReached extends Refusal {

    CapReached(long earnable) {
        super(
                "The fan may not earn as much in this period",
                "The programme still allows " + earnable + ".",
                Map.of("earnable", earnable));
    }
}
