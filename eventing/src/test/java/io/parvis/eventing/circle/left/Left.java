package io.parvis.eventing.circle.left;

import io.parvis.eventing.circle.right.Right;

/** Half of a circle that a rule has to notice. */
public interface Left {

    Right right();
}
