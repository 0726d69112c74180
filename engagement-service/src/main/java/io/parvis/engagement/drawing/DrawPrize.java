package io.parvis.engagement.drawing;

import java.util.Map;

/** So many of a thing; prizes are given in the order of the rules. */
public record DrawPrize(String name, int quantity) {

    public DrawPrize {
        if (quantity < 1) {
            throw new IllegalArgumentException("A prize of which there is none");
        }
    }

    Map<String, Object> json() {
        return Map.of("name", name, "quantity", quantity);
    }
}
