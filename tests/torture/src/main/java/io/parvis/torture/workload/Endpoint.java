package io.parvis.torture.workload;

import java.net.http.HttpRequest;
import java.util.function.Supplier;

/**
 * An address to which requests can be sent.
 *
 * @param authorization what the header that says who calls holds now
 */
record Endpoint(String name, String url, String header, Supplier<String> authorization) {

    void sign(HttpRequest.Builder request) {
        request.header(header, authorization.get());
    }
}
