package io.parvis.wire.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure as it is logged: its message escaped, its stack trace and causes as they are. */
final class EscapedThrowable extends Throwable {

    private static final long serialVersionUID = 1L;

    private final String text;

    private EscapedThrowable(String text, @Nullable Throwable cause) {
        super(null, cause, true, true);
        this.text = text;
    }

    static Throwable of(Throwable failure) {
        return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable of(Throwable failure, Set<Throwable> seen) {
        seen.add(failure);
        var cause = failure.getCause();
        var escaped = new EscapedThrowable(
                LogEscaping.text(failure.toString()), cause == null || seen.contains(cause) ? null : of(cause, seen));
        escaped.setStackTrace(failure.getStackTrace());
        for (var suppressed : failure.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                escaped.addSuppressed(of(suppressed, seen));
            }
        }
        return escaped;
    }

    @Override
    public String toString() {
        return text;
    }
}
