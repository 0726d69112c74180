package io.parvis.edge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parvis.edge.json.StrictJson;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.Problem;
import io.parvis.edge.testing.HostileTexts.Sample;
import io.parvis.edge.value.TextKind;
import java.util.List;

/**
 * A text somewhere in a body.
 *
 * @param before what stands before it in the smallest JSON that has it, and {@code after} what follows
 */
record TextField(Class<?> body, String pointer, String before, String after, TextKind kind) {

    /** What the rule for texts tells, and no other constraint does. */
    private static final List<String> OF_THE_RULE =
            List.of("must not have ", "must have something that can be seen", "must not begin or end with a blank");

    static TextField in(Class<?> body) {
        return new TextField(body, "", "", "", TextKind.LINE);
    }

    /** @param others members that stand in it, each with a comma */
    TextField object(String others) {
        return new TextField(body, pointer, before + "{" + others, "}" + after, kind);
    }

    TextField member(String name, TextKind kindOfMember) {
        return new TextField(body, pointer + "/" + name, before + "\"" + name + "\":", after, kindOfMember);
    }

    TextField element() {
        return new TextField(body, pointer + "/0", before + "[", "]" + after, kind);
    }

    boolean takesAsItShould(StrictJson json, Sample sample) {
        boolean escaped = isRefused(json, HostileTexts.escaped(sample.text()));
        boolean asItShould = escaped != sample.takenBy().contains(kind);
        return sample.takenBy().isEmpty() || sample.text().chars().anyMatch(unit -> unit < ' ')
                ? asItShould
                : asItShould && isRefused(json, sample.text().replace("\"", "\\\"")) == escaped;
    }

    private boolean isRefused(StrictJson json, String text) {
        try {
            json.read((before + '"' + text + '"' + after).getBytes(UTF_8), body);
            return false;
        } catch (InvalidRequest refused) {
            return refused.problem().errors().stream()
                    .filter(error -> error.pointer().equals(pointer))
                    .map(Problem.Error::detail)
                    .anyMatch(detail ->
                            OF_THE_RULE.stream().anyMatch(detail::startsWith) || detail.startsWith("must not hold "));
        }
    }

    @Override
    public String toString() {
        return "%s of %s, %s".formatted(pointer, body.getName(), kind);
    }
}
