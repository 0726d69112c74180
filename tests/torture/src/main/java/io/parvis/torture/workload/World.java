package io.parvis.torture.workload;

/** What clients know to exist, because they were told so. */
final class World {

    private static final int FEW = 8;
    private static final int SOME = 24;

    record Contest(String brandId, String contestId) {}

    record Fan(String brandId, String fanId) {}

    record Slug(String slug) {}

    record Said(String brandId, String externalId) {}

    final Recent<String> brands = new Recent<>(FEW);
    final Recent<Contest> drafts = new Recent<>(FEW);
    final Recent<Contest> published = new Recent<>(FEW);
    final Recent<Fan> fans = new Recent<>(SOME);
    final Recent<Slug> slugs = new Recent<>(FEW);
    final Recent<Said> mentions = new Recent<>(SOME);
}
