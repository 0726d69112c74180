package io.parvis.engagement.quiz;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fan answered: the options chosen, or the number. */
public record GivenAnswer(
        @Nullable List<OptionId> optionIds, @Nullable BigDecimal number) {

    public static final GivenAnswer NOTHING = new GivenAnswer(null, null);

    /** The options chosen; none where a number was given, or nothing. */
    public List<OptionId> chosen() {
        return optionIds == null ? List.of() : optionIds;
    }

    public boolean isSomething() {
        return optionIds != null || number != null;
    }
}
