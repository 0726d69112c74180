package io.parvis.engagement.fan.write.convert;

import io.parvis.eventing.command.Refusal;
import java.time.Instant;

/** What has not happened yet is not reported. */
class BecameCustomerInTheFuture extends Refusal {

    BecameCustomerInTheFuture(Instant at) {
        super("Nobody became a customer in the future", at + " is still to come.");
    }
}
