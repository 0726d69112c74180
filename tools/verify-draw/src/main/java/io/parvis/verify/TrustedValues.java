package io.parvis.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wrote down before the draw, or got from elsewhere than the proof. */
record TrustedValues(
        @Nullable String seedCommitment,
        @Nullable String root,
        List<String> publicKeys,
        @Nullable Object closing,
        @Nullable Object receipt,
        @Nullable Object keys) {}
