/**
 * A fan is somebody who takes part, known by an opaque id. A partner may name its own customer by an external id, which
 * is kept as a keyed hash only. Consents say what the fan agreed to, when, and in which words. Contact data is not kept
 * yet.
 */
@NullMarked
package io.parvis.engagement.fan;

import org.jspecify.annotations.NullMarked;
