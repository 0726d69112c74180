package io.parvis.eventing;

import jakarta.validation.constraints.Pattern;
import java.util.List;

/** Patterns that overflow the stack on a long text, or take a time that grows with its square. */
record CostlyPatterns(
        @Pattern(regexp = "[a-z0-9](-?[a-z0-9])*") String recursive,
        List<@Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") String> recursiveElements,
        @Pattern(regexp = "[a-z]*[a-z0-9]*x") String quadratic,
        @Pattern(regexp = "[a-z]{1,64}") String harmless) {

    static final java.util.regex.Pattern EXPONENTIAL = java.util.regex.Pattern.compile("(a+)+");
    static final java.util.regex.Pattern BLANKS = java.util.regex.Pattern.compile("[ \\t]*(?:\"\\w*\")?[ \\t]*(?:,|$)");
}
