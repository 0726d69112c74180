package io.parvis.edge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.Operations.Operation;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who is let in to every operation of every service, reads and writes alike, asked of the running service: whatever
 * answers, and whatever it declares, must do as the API document says.
 */
public abstract class AccessRules {

    private static final List<String> ROLES =
            List.of("ops", "admin", "editor", "approver", "moderator", "analyst", "partner");
    private static final Pattern SAID = Pattern.compile("Takes the role ([^.]*)\\.");

    /** What a body of no operation is, so that nothing is written. */
    private static final String NOTHING = "{\"unknown\":1}";

    private final List<String> wrong = new ArrayList<>();

    @Test
    void letsNobodyInWhoIsNotKnown() {
        for (var operation : closed()) {
            for (var token : Arrays.asList(null, "Bearer x", TestCallers.expired())) {
                expect(401, operation, token, "with " + token);
            }
            expect(401, operation, TestCallers.issuedBy("somebody-else"), "issued by somebody else");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void tellsNobodyOfABrandWhoHasNoGrantForIt() {
        for (var operation : closed()) {
            if (isOfABrand(operation)) {
                expect(404, operation, TestCallers.everywhere(), "without a grant");
                expect(
                        404,
                        operation,
                        TestCallers.on("another-brand", ROLES.toArray(String[]::new)),
                        "of another brand");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void takesTheRolesThatItsDescriptionNames() {
        for (var operation : closed()) {
            var named = roles(operation);
            for (var role : ROLES) {
                var answer = status(operation, TestCallers.everywhere(role));
                if ((answer == 403) == named.contains(role)) {
                    wrong.add("%s -> %d for %s, which %s"
                            .formatted(operation, answer, role, named.contains(role) ? "is named" : "is not named"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void takesNoRoleOfABrandForWhatConcernsTheSuite() {
        for (var operation : closed()) {
            if (said(operation).contains("whole suite")) {
                expect(403, operation, TestCallers.on("a-brand", ROLES.toArray(String[]::new)), "of a brand");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void asksNobodyWhoTheyAreAboutWhatIsPublic() {
        for (var operation : Operations.ofService().all()) {
            if (operation.isOpen()) {
                for (var token : Arrays.asList(null, "Bearer x", TestCallers.everywhere())) {
                    if (Set.of(401, 403).contains(status(operation, token))) {
                        wrong.add(operation + " asks " + token);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Operation> closed() {
        var closed = Operations.ofService().all().stream()
                .filter(operation -> !operation.isOpen())
                .toList();
        assertThat(closed).isNotEmpty();
        return closed;
    }

    private static boolean isOfABrand(Operation operation) {
        return operation.template().contains("{brandId}");
    }

    /** Which ones may: all, where the description names none. */
    private static Set<String> roles(Operation operation) {
        var named = new TreeSet<>(Arrays.asList(said(operation).split("[ ,;]+")));
        named.retainAll(ROLES);
        return named.isEmpty() ? Set.copyOf(ROLES) : named;
    }

    private static String said(Operation operation) {
        var said = SAID.matcher(operation.described().path("description").asText());
        return said.find() ? said.group(1) : "";
    }

    private void expect(int status, Operation operation, @Nullable String token, String who) {
        var answer = status(operation, token);
        if (answer != status) {
            wrong.add("%s %s -> %d".formatted(operation, who, answer));
        }
        if (operation.described().at("/requestBody/content").has("application/x-ndjson")) {
            var stream = request(token)
                    .contentType("application/x-ndjson;charset=UTF-8")
                    .body(NOTHING.getBytes(UTF_8));
            var answerToStream =
                    stream.request(operation.method(), operation.path()).statusCode();
            if (answerToStream != status) {
                wrong.add("%s %s -> %d for a stream".formatted(operation, who, answerToStream));
            }
        }
    }

    private static int status(Operation operation, @Nullable String token) {
        var request = request(token);
        if (operation.takesBody()) {
            request.contentType("application/json").body(NOTHING);
        }
        return request.request(operation.method(), operation.path()).statusCode();
    }

    private static RequestSpecification request(@Nullable String token) {
        var request = RestAssured.given().redirects().follow(false);
        return token == null ? request : request.header("Authorization", token);
    }
}
