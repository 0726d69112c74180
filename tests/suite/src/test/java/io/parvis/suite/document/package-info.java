/**
 * Whether the API document is true: requests are generated from it, for every operation and every role, sent to the
 * running suite, and each answer is judged by what the document says of it. Repeatable: the same seed makes the same
 * requests, save for the ids that the suite gives.
 */
@NullMarked
package io.parvis.suite.document;

import org.jspecify.annotations.NullMarked;
