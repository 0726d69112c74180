package io.parvis.presence.brand.write.archive;

record ArchiveBrand(String brandId) {}
