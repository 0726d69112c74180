package io.parvis.edge.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import org.hibernate.validator.HibernateValidator;

/** Merge patches as a service makes them, for tests of deciders, which have no container. */
public final class PlainMergePatch {

    private PlainMergePatch() {}

    public static MergePatch make() {
        var mapper = new ObjectMapper().findAndRegisterModules();
        new ApiJson().customize(mapper);
        var validators = Validation.byProvider(HibernateValidator.class).configure();
        new UnicodeBlank().customize(validators);
        new CodePointSize().customize(validators);
        var validation = new BodyValidation(validators.buildValidatorFactory());
        return new MergePatch(mapper, new StrictJson(mapper, validation));
    }
}
