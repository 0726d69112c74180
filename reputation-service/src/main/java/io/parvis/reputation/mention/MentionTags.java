package io.parvis.reputation.mention;

import io.parvis.eventing.edge.value.TextKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which mentions are decided. */
public final class MentionTags {

    public static final String ORIGIN = "mention-origin";

    private MentionTags() {}

    /** Whatever tag the same mention of a brand may have been recorded with; the one of today first. */
    public static List<Tag> origins(OriginIndex index, String brandId, String source, String externalId) {
        var tags = new ArrayList<Tag>();
        index.underEveryKey(brandId, source, externalId).forEach(hidden -> tags.add(Tag.of(ORIGIN, hidden)));
        tags.add(Tag.of(ORIGIN, unkeyed(brandId, source, externalId)));
        return tags;
    }

    /** As events of version 1 are tagged. */
    static String unkeyed(String brandId, String source, String externalId) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(framed(brandId, source, externalId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String framed(String brandId, String source, String externalId) {
        var where = TextKind.comparable(source);
        var id = TextKind.comparable(externalId);
        return "%d:%s%d:%s%s".formatted(brandId.length(), brandId, where.length(), where, id);
    }
}
