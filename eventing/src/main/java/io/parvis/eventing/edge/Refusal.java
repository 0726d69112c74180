package io.parvis.eventing.edge;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A rule says no: 409, with a type named after the class ({@code FanAlreadyEntered} becomes
 * {@code …/fan-already-entered}).
 */
public abstract class Refusal extends ProblemException {

    private static final Pattern BEFORE_A_WORD = Pattern.compile("(?<=.)(?=[A-Z])");

    protected Refusal(String title, String detail) {
        this(title, detail, Map.of());
    }

    /** @param more further members of the document, such as what is missing */
    protected Refusal(String title, String detail, Map<String, Object> more) {
        super(Problem.of("refused", 409, title, detail).and(more));
    }

    /** By which callers know the refusals of a class, by its simple name. */
    public static String nameOf(String refusal) {
        return BEFORE_A_WORD.matcher(refusal).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    @Override
    public Problem problem() {
        var said = super.problem();
        return Problem.of(nameOf(getClass().getSimpleName()), said.status(), said.title(), said.detail())
                .and(said.more());
    }
}
