package io.parvis.edge.json;

import io.parvis.edge.problem.InvalidRequest;

/** How many more errors one validation looks for: what nobody is told is not worth finding. Of one thread. */
final class ErrorLimit {

    /** One more than is told, so that it can be said that there are more. */
    private int left = InvalidRequest.MOST_ERRORS + 1;

    boolean isSpent() {
        return left <= 0;
    }

    void spend() {
        left--;
    }
}
