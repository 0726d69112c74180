package io.parvis.engagement.contest.write.publish;

import io.parvis.eventing.command.Refusal;

/** What nobody could enter is not published. */
class ContestOverBeforePublished extends Refusal {

    ContestOverBeforePublished() {
        super("The contest would be over", "Its closing time has passed.");
    }
}
