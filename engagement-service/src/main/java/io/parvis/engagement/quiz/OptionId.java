package io.parvis.engagement.quiz;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.parvis.contracts.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An option of a question, by its author's name for it; unique in the question. */
public record OptionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OptionId {
        Identifiers.mustNotBeEmpty(value);
    }

    /** As they stand in JSON that is answered; null where there are none. */
    static @Nullable List<String> texts(@Nullable List<OptionId> ids) {
        return ids == null ? null : ids.stream().map(OptionId::value).toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
