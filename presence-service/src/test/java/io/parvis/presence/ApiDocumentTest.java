package io.parvis.presence;

import io.parvis.eventing.testing.ApiDocument;
import io.parvis.eventing.testing.ParvisDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "presence"))
class ApiDocumentTest {

    @Test
    void listsEveryRefusalAndShowsEveryAnswer() {
        ApiDocument.check("presence");
    }
}
