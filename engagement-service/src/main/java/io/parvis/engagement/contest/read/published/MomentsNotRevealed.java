package io.parvis.engagement.contest.read.published;

import io.parvis.edge.problem.Problem;
import io.parvis.edge.problem.ProblemException;

/** Nobody learns the winning moments while there is something left to win. */
class MomentsNotRevealed extends ProblemException {

    MomentsNotRevealed() {
        super(Problem.of(
                "moments-not-revealed",
                404,
                "The winning moments are not public yet",
                "There is a proof once the contest has closed."));
    }
}
