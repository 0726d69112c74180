package io.parvis.eventing.command;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A rule says no. Callers know it by a name after the class ({@code FanAlreadyEntered} becomes
 * {@code fan-already-entered}). Cheap: it has no stack trace, since it is an answer and not a fault.
 */
public abstract class Refusal extends RuntimeException {

    private static final Pattern BEFORE_A_WORD = Pattern.compile("(?<=.)(?=[A-Z])");

    private final String detail;
    private final transient Map<String, Object> more;

    protected Refusal(String title, String detail) {
        this(title, detail, Map.of());
    }

    /** @param more what else callers are told, by name, such as what is missing */
    protected Refusal(String title, String detail, Map<String, Object> more) {
        super(title, null, false, false);
        this.detail = detail;
        this.more = more;
    }

    /** By which callers know the refusals of a class, by its simple name. */
    public static String nameOf(String refusal) {
        return BEFORE_A_WORD.matcher(refusal).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    public String name() {
        return nameOf(getClass().getSimpleName());
    }

    public String title() {
        return getMessage();
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> more() {
        return more;
    }
}
