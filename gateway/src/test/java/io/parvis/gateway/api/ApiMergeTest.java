package io.parvis.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiMergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void sharesWhatIsEqual() {
        var merged = merge(
                document("/v1/a", "Problem", "{'type':'object'}"), document("/v1/b", "Problem", "{'type':'object'}"));

        assertThat(merged.at("/components/schemas").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("Problem");
        assertThat(reference(merged, "/v1/b")).isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void tellsApartWhatDiffersUnderOneName() {
        var merged = merge(
                document("/v1/a", "State", "{'enum':['open']}"), document("/v1/b", "State", "{'enum':['drawn']}"));

        assertThat(merged.at("/components/schemas/PresenceState/enum/0").asText())
                .isEqualTo("open");
        assertThat(merged.at("/components/schemas/EngagementState/enum/0").asText())
                .isEqualTo("drawn");
        assertThat(reference(merged, "/v1/a")).isEqualTo("#/components/schemas/PresenceState");
        assertThat(reference(merged, "/v1/b")).isEqualTo("#/components/schemas/EngagementState");
    }

    @Test
    void tellsApartWhatIsEqualButRefersToWhatDiffers() {
        var page = "{'properties':{'items':{'$ref':'#/components/schemas/Item'}}}";
        var merged = merge(
                document("/v1/a", "Page", page, "Item", "{'type':'string'}"),
                document("/v1/b", "Page", page, "Item", "{'type':'integer'}"));

        assertThat(merged.at("/components/schemas/PresencePage/properties/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/PresenceItem");
        assertThat(merged.at("/components/schemas/EngagementPage/properties/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/EngagementItem");
        assertThat(merged.at("/components/schemas/Page").isMissingNode()).isTrue();
    }

    @Test
    void keepsOperationIdsUniqueAndAsksForTheKey() {
        var merged = merge(document("/v1/a", "A", "{}"), document("/v1/b", "A", "{}"));

        assertThat(merged.at("/paths/~1v1~1a/get/operationId").asText()).isEqualTo("list");
        assertThat(merged.at("/paths/~1v1~1b/get/operationId").asText()).isEqualTo("engagementList");
        assertThat(merged.at("/paths/~1v1~1b/get/security").isMissingNode()).isTrue();
        assertThat(merged.at("/security/0").has("apiKey")).isTrue();
        assertThat(merged.at("/components/securitySchemes/apiKey/name").asText())
                .isEqualTo("X-API-Key");
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
    }

    @Test
    void saysThatPublicOperationsAskForNoKey() {
        var merged = merge(parse("{'paths':{'/v1/public/a':{'get':{'security':[]}}}}"), document("/v1/b", "A", "{}"));

        var operation = merged.at("/paths/~1v1~1public~1a/get");
        assertThat(operation.path("security").isArray()).isTrue();
        assertThat(operation.path("security")).isEmpty();
        assertThat(operation.path("responses").has("401")).isFalse();
    }

    @Test
    void saysWhatTheGatewayItselfAnswers() {
        var told = "{'paths':{'/v1/a':{'get':{'responses':{'413':{'description':'1 MB'}}}}}}";
        var merged = merge(parse(told), document("/v1/b", "A", "{}"));

        var responses = merged.at("/paths/~1v1~1a/get/responses");
        assertThat(responses.at("/413/description").asText()).isEqualTo("1 MB");
        assertThat(responses
                        .at("/504/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(merged.at("/components/schemas/Problem/properties").has("type"))
                .isTrue();
    }

    @Test
    void joinsAPathThatTwoServicesShare() {
        var second = parse("{'paths':{'/v1/a':{'post':{'operationId':'add'}}}}");

        var merged = merge(document("/v1/a", "A", "{}"), second);

        assertThat(merged.at("/paths/~1v1~1a").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("get", "post");
    }

    @Test
    void namesWhoAnswersWhatEveryServiceOffers() {
        var first = parse("""
                {'paths':{'/v1/{service}/a':{'get':{'parameters':[{'name':'service','in':'path'},
                 {'name':'service','in':'query'},{'name':'b','in':'query'}]}}}}""");
        var second = parse("{'paths':{'/v1/{service}/a':{'get':{}}}}");

        var merged = merge(first, second);

        assertThat(merged.path("paths").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("/v1/engagement/a", "/v1/presence/a");
        assertThat(merged.at("/paths/~1v1~1presence~1a/get/parameters").findValuesAsText("name"))
                .containsExactly("service", "b");
    }

    @Test
    void leavesOutWhatCannotBeReached() {
        var merged = ApiMerge.merge(
                Map.of("presence", document("/q/inner", "A", "{}")), (document, path) -> path.startsWith("/v1/"));

        assertThat(merged.path("paths").isEmpty()).isTrue();
    }

    private static ObjectNode merge(ObjectNode presence, ObjectNode engagement) {
        var documents = new LinkedHashMap<String, ObjectNode>();
        documents.put("presence", presence);
        documents.put("engagement", engagement);
        return ApiMerge.merge(documents, (document, path) -> true);
    }

    private static String reference(ObjectNode merged, String path) {
        return merged.path("paths")
                .path(path)
                .at("/get/responses/200/content/application~1json/schema/$ref")
                .asText();
    }

    private static ObjectNode document(String path, String schema, String definition, String... more) {
        var document = parse("""
                {'openapi':'3.1.0','paths':{'%s':{'get':{'operationId':'list','security':[{'token':[]}],
                 'responses':{'200':{'content':{'application/json':{'schema':
                 {'$ref':'#/components/schemas/%s'}}}}}}}},
                 'components':{'schemas':{'%s':%s},'securitySchemes':{'token':{'type':'http'}}}}""".formatted(path, schema, schema, definition));
        if (more.length == 2) {
            ((ObjectNode) document.at("/components/schemas")).set(more[0], parse(more[1]));
        }
        return document;
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
