package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Patches and what applies them, for decisions that are tested without a container. */
public final class Patches {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static {
        new ApiJson().customize(JSON);
    }

    private Patches() {}

    public static MergePatch mergePatch() {
        var validators = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator());
        new UnicodeBlank().customize(validators);
        new CodePointSize().customize(validators);
        return new MergePatch(JSON, new StrictJson(JSON, new BodyValidation(validators.buildValidatorFactory())));
    }

    /** @param json RFC 7396 */
    public static ObjectNode patch(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(json, notJson);
        }
    }
}
