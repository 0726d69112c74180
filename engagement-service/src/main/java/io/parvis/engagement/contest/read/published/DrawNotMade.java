package io.parvis.engagement.contest.read.published;

import io.parvis.edge.problem.Problem;
import io.parvis.edge.problem.ProblemException;

/** There is no proof before the draw. */
class DrawNotMade extends ProblemException {

    DrawNotMade() {
        super(Problem.of("draw-not-made", 404, "The contest is not drawn yet", "There is a proof once it is."));
    }
}
