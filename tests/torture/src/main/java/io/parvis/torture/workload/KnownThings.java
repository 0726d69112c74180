package io.parvis.torture.workload;

/** What exists, by the responses to the clients. */
final class KnownThings {

    private static final int FEW = 8;
    private static final int SOME = 24;

    record Contest(String brandId, String contestId) {}

    record Fan(String brandId, String fanId) {}

    record Slug(String slug) {}

    record Mention(String brandId, String externalId) {}

    final RecentItems<String> brands = new RecentItems<>(FEW);
    final RecentItems<Contest> drafts = new RecentItems<>(FEW);
    final RecentItems<Contest> published = new RecentItems<>(FEW);
    final RecentItems<Fan> fans = new RecentItems<>(SOME);
    final RecentItems<Slug> slugs = new RecentItems<>(FEW);
    final RecentItems<Mention> mentions = new RecentItems<>(SOME);
}
