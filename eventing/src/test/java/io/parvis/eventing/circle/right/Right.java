package io.parvis.eventing.circle.right;

import io.parvis.eventing.circle.left.Left;

/** Half of a circle that a rule has to notice. */
public interface Right {

    Left left();
}
