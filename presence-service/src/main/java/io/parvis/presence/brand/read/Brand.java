package io.parvis.presence.brand.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param state {@code active} or {@code archived} */
record Brand(
        String brandId,
        String slug,
        String name,
        String timeZone,
        List<String> languages,
        @Nullable String legalName,
        String state) {}
