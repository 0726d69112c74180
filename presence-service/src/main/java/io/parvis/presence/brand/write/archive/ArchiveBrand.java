package io.parvis.presence.brand.write.archive;

import io.parvis.contracts.presence.BrandId;

record ArchiveBrand(BrandId brandId) {}
