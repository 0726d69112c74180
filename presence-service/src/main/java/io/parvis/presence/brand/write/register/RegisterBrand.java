package io.parvis.presence.brand.write.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

record RegisterBrand(
        String brandId,
        String slug,
        String name,
        String timeZone,
        List<String> languages,
        @Nullable String legalName) {}
