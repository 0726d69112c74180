package io.parvis.reputation.mention;

import io.parvis.eventing.edge.value.TextKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which mentions are decided. */
public final class MentionTags {

    public static final String ORIGIN = "mention-origin";

    private MentionTags() {}

    /** What makes two mentions of a brand the same one. */
    public static Tag origin(String brandId, String source, String externalId) {
        return Tag.of(ORIGIN, originValue(brandId, source, externalId));
    }

    /** Hashed: an external id may be long, and may name a person. */
    public static String originValue(String brandId, String source, String externalId) {
        var where = TextKind.comparable(source);
        var id = TextKind.comparable(externalId);
        var framed = "%d:%s%d:%s%s".formatted(brandId.length(), brandId, where.length(), where, id);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(framed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
