package io.parvis.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that the user trusts: written down before the draw, or from a source other than the proof. */
record TrustedValues(
        @Nullable String seedCommitment,
        @Nullable String root,
        List<String> publicKeys,
        @Nullable Object closing,
        @Nullable Object receipt,
        @Nullable Object keys) {}
