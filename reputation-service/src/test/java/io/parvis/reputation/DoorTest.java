package io.parvis.reputation;

import io.parvis.eventing.testing.DoorRules;
import io.parvis.eventing.testing.ParvisDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class DoorTest extends DoorRules {}
