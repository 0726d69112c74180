package io.parvis.edge.circle.right;

import io.parvis.edge.circle.left.Left;

/** Half of a circle that a rule has to notice. */
public interface Right {

    Left left();
}
