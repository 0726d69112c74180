package io.parvis.presence.brand.write.register;

import io.parvis.contracts.presence.BrandId;
import java.util.List;
import org.jspecify.annotations.Nullable;

record RegisterBrand(
        BrandId brandId,
        String slug,
        String name,
        String timeZone,
        List<String> languages,
        @Nullable String legalName) {}
