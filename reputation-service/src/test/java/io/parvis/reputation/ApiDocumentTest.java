package io.parvis.reputation;

import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.PublishedDocument;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class ApiDocumentTest {

    @Test
    void listsEveryRefusalAndShowsEveryAnswer() {
        PublishedDocument.check("reputation");
    }
}
