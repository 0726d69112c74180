package io.parvis.engagement.quiz;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one answer is worth, with the answer: whoever counts marks needs no key.
 *
 * @param optionIds the options chosen; absent where none was
 * @param number the number given; absent where none was
 * @param points two decimals
 * @param right whether it was wholly right
 */
public record Mark(
        QuestionId questionId,
        @Nullable List<OptionId> optionIds,
        @Nullable BigDecimal number,
        BigDecimal points,
        boolean right) {

    @JsonIgnore
    public GivenAnswer answer() {
        return new GivenAnswer(optionIds, number);
    }
}
