package io.parvis.edge.circle.left;

import io.parvis.edge.circle.right.Right;

/** Half of a circle that a rule has to notice. */
public interface Left {

    Right right();
}
