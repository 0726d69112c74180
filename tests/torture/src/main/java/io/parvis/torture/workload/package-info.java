/**
 * Clients that do what people do with the suite, at the edges where it hurts: the same pair of fan and contest from
 * several sides at once, a brand archived while its contests are being published, requests repeated under their key by
 * another way than the one that gave no answer. What they saw goes into the history, whole.
 */
@NullMarked
package io.parvis.torture.workload;

import org.jspecify.annotations.NullMarked;
