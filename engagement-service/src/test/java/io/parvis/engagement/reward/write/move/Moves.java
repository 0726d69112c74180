package io.parvis.engagement.reward.write.move;

import io.parvis.engagement.reward.Operation;
import org.jspecify.annotations.Nullable;

/** Movements of the points of f1, a fan of brand b1. */
final class Moves {

    private Moves() {}

    static MovePoints earn(long points) {
        return move("new", Operation.EARN, points, null);
    }

    static MovePoints burn(long points) {
        return move("new", Operation.BURN, points, null);
    }

    static MovePoints adjust(long points) {
        return move("new", Operation.ADJUST, points, null);
    }

    /** Uses up what is reserved. */
    static MovePoints burn(String reservationId) {
        return move("new", Operation.BURN, 0, reservationId);
    }

    static MovePoints release(String reservationId) {
        return move("new", Operation.RELEASE, 0, reservationId);
    }

    static MovePoints move(String entryId, Operation operation, long points, @Nullable String reservationId) {
        return new MovePoints(entryId, "b1", "f1", operation, points, reservationId, "why", null);
    }
}
