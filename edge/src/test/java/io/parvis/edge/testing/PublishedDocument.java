package io.parvis.edge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.parvis.eventing.command.Refusal;
import io.parvis.eventing.testing.ProductionClasses;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is true of every service's API document. */
public final class PublishedDocument {

    private static final Set<String> SAYS_SOMETHING = Set.of("200", "201");

    private final JsonNode document;

    private PublishedDocument(JsonNode document) {
        this.document = document;
    }

    /** Every refusal is listed where it happens; every answer says what it looks like; every body what is checked. */
    public static void check(String service) {
        var read = read();
        assertThat(read.answersThatSayNothing()).isEmpty();
        assertThat(read.answersWithoutDescription()).isEmpty();
        assertThat(read.textsShownAsObjects("io.parvis." + service))
                .as("what is one JSON value is shown as such")
                .isEmpty();
        var bodies = new BodySchemas(read.document, bean(ObjectMapper.class), bean(Validator.class));
        assertThat(bodies.lies("io.parvis." + service)).isEmpty();
        var conflicts = read.conflicts();
        assertThat(refusals("io.parvis." + service))
                .filteredOn(refusal -> !conflicts.contains(refusal))
                .isEmpty();
    }

    /** Of types that JSON knows as one value, such as ids: the document reads a record and would show an object. */
    private List<String> textsShownAsObjects(String basePackage) {
        return Stream.of(basePackage, "io.parvis.contracts")
                .flatMap(base -> ProductionClasses.of(base).stream())
                .filter(type -> type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(JsonValue.class)))
                .map(JavaClass::getSimpleName)
                .filter(name -> document.at("/components/schemas/" + name + "/type")
                        .asText()
                        .equals("object"))
                .toList();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    private static PublishedDocument read() {
        try {
            var text = RestAssured.get("/q/openapi?format=json").asString();
            return new PublishedDocument(new ObjectMapper().readTree(text));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** Those of the service, and those of the edge that a call of the service leads to. */
    private static List<String> refusals(String basePackage) {
        var service = ProductionClasses.of(basePackage);
        var called = service.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .map(call -> call.getTarget().getFullName())
                .collect(Collectors.toSet());
        var ofEdge = ProductionClasses.of("io.parvis.edge").stream()
                .filter(found -> found.isAssignableTo(Refusal.class))
                .filter(found -> found.getConstructorCallsToSelf().stream()
                        .anyMatch(call -> called.contains(call.getOrigin().getFullName())));
        return Stream.concat(service.stream().filter(found -> found.isAssignableTo(Refusal.class)), ofEdge)
                .filter(found -> !found.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getSimpleName)
                .map(name -> "`" + Refusal.nameOf(name) + "`")
                .toList();
    }

    private String conflicts() {
        return operations().stream()
                .map(operation -> operation.at("/responses/409/description").asText())
                .collect(Collectors.joining("\n"));
    }

    private List<String> answersThatSayNothing() {
        var silent = new ArrayList<String>();
        for (var operation : operations()) {
            for (var response : operation.path("responses").properties()) {
                if (SAYS_SOMETHING.contains(response.getKey())
                        && response.getValue().path("content").isEmpty()) {
                    silent.add(operation.path("summary").asText() + ": " + response.getKey());
                }
            }
        }
        return silent;
    }

    private List<String> answersWithoutDescription() {
        var silent = new ArrayList<String>();
        for (var operation : operations()) {
            for (var response : operation.path("responses").properties()) {
                if (response.getValue().path("description").asText().isBlank()) {
                    silent.add(operation.path("summary").asText() + ": " + response.getKey());
                }
            }
        }
        return silent;
    }

    private List<JsonNode> operations() {
        var all = new ArrayList<JsonNode>();
        document.path("paths").forEach(path -> path.forEach(all::add));
        return all;
    }
}
