package io.parvis.edge.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Starts a REST Assured request as a caller. */
public final class Api {

    private Api() {}

    /** Somebody who may do everything on every brand. */
    public static RequestSpecification asEveryone() {
        return as(TestCallers.everywhere("ops", "admin", "editor", "approver", "moderator", "analyst", "partner"));
    }

    public static RequestSpecification as(String authorization) {
        return RestAssured.given()
                .filter(new AsksAgain())
                .header("Authorization", authorization)
                .contentType(ContentType.JSON);
    }
}
