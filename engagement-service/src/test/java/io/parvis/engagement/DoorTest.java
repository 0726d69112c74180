package io.parvis.engagement;

import io.parvis.eventing.testing.DoorRules;
import io.parvis.eventing.testing.ParvisDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class DoorTest extends DoorRules {}
