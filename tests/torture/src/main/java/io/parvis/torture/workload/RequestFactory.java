package io.parvis.torture.workload;

import io.parvis.torture.history.Kind;
import io.parvis.torture.history.Operation;
import io.parvis.torture.workload.KnownThings.Contest;
import io.parvis.torture.workload.KnownThings.Fan;
import io.parvis.torture.workload.KnownThings.Mention;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Single requests, in the domain's words. What names a thing is new each time, so that its event can be told apart. */
final class RequestFactory {

    private final OperationRunner performer;
    private final RandomGenerator random;

    RequestFactory(OperationRunner performer, RandomGenerator random) {
        this.performer = performer;
        this.random = random;
    }

    Operation registerBrand(String slug) {
        var body = Map.of("slug", slug, "name", "Vélo Club", "timeZone", "Europe/Paris", "languages", List.of("fr"));
        return performer.perform(random, Kind.REGISTER_BRAND, "POST", "/v1/brands", body, Map.of("/slug", slug));
    }

    Operation archive(String brandId) {
        return performer.perform(
                random, Kind.ARCHIVE_BRAND, "POST", brand(brandId) + "/archive", Map.of(), Map.of("/brandId", brandId));
    }

    Operation setPersona(String brandId) {
        var tone = fresh("tone");
        var body = Map.of("traits", List.of("warm"), "tone", tone, "formOfAddress", "vous");
        return performer.perform(
                random,
                Kind.SET_PERSONA,
                "PUT",
                brand(brandId) + "/persona",
                body,
                Map.of("/brandId", brandId, "/tone", tone));
    }

    Operation planChannel(String brandId, String handle) {
        var body = Map.of("kind", "mastodon", "handle", handle, "purpose", "news");
        return performer.perform(
                random,
                Kind.PLAN_CHANNEL,
                "POST",
                brand(brandId) + "/channels",
                body,
                Map.of("/brandId", brandId, "/handle", handle));
    }

    Operation registerFan(String brandId, @Nullable String externalId) {
        // The log has the external id hashed only; the checker reads here which it was.
        var wording = fresh("I take part") + (externalId == null ? "" : " as " + externalId);
        var consents = List.of(Map.of("purpose", "contests", "granted", true, "wording", wording));
        var body = externalId == null
                ? Map.of("country", "FR", "consents", consents)
                : Map.of("country", "FR", "consents", consents, "externalId", externalId);
        return performer.perform(
                random,
                Kind.REGISTER_FAN,
                "POST",
                brand(brandId) + "/fans",
                body,
                Map.of("/brandId", brandId, "/consents/0/wording", wording));
    }

    Operation draft(String brandId) {
        var name = fresh("contest");
        var body = Map.of(
                "name", name,
                "mechanic", "draw",
                "opensAt", "2020-01-01T00:00:00Z",
                "closesAt", "2099-01-01T00:00:00Z",
                "timeZone", "Europe/Paris",
                "officialRules", "One bicycle is drawn among all who entered.",
                "prizes", List.of(Map.of("name", "Bicycle", "quantity", 1)));
        return performer.perform(
                random,
                Kind.DRAFT_CONTEST,
                "POST",
                brand(brandId) + "/contests",
                body,
                Map.of("/brandId", brandId, "/rules/name", name));
    }

    Operation publish(Contest contest) {
        return performer.perform(
                random,
                Kind.PUBLISH_CONTEST,
                "POST",
                path(contest) + "/publish",
                Map.of(),
                Map.of("/brandId", contest.brandId(), "/contestId", contest.contestId()));
    }

    Operation enter(Contest contest, String fanId) {
        return performer.perform(
                random,
                Kind.ENTER_CONTEST,
                "POST",
                path(contest) + "/entries",
                Map.of("fanId", fanId),
                Map.of("/brandId", contest.brandId(), "/contestId", contest.contestId(), "/fanId", fanId));
    }

    /** Each move is for an order of its own. */
    Operation move(Fan fan, String operation, long points) {
        var order = fresh("order");
        return performer.perform(
                random,
                Kind.MOVE_POINTS,
                "POST",
                brand(fan.brandId()) + "/fans/" + fan.fanId() + "/points",
                Map.of("operation", operation, "points", points, "source", order),
                Map.of(
                        "/brandId", fan.brandId(),
                        "/fanId", fan.fanId(),
                        "/operation", operation,
                        "/points", Long.toString(points),
                        "/source", order));
    }

    Operation capture(Mention said) {
        return performer.perform(
                random,
                Kind.CAPTURE_MENTION,
                "POST",
                brand(said.brandId()) + "/mentions",
                Mentions.body(said),
                Mentions.wanted(said));
    }

    /** A name that nothing else has. */
    String fresh(String what) {
        return what + "-" + Long.toString(random.nextLong() >>> 4, Character.MAX_RADIX);
    }

    static String brand(String brandId) {
        return "/v1/brands/" + brandId;
    }

    static String path(Contest contest) {
        return brand(contest.brandId()) + "/contests/" + contest.contestId();
    }
}
