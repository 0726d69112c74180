package io.parvis.reputation.mention;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.value.TextKind;
import io.parvis.proofs.Sha256;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which mentions are decided. */
public final class MentionTags {

    public static final String ORIGIN = "mention-origin";

    private MentionTags() {}

    /** Whatever tag the same mention of a brand may have been recorded with; the one of today first. */
    public static List<Tag> origins(OriginIndex index, BrandId brandId, String source, ExternalId externalId) {
        return Stream.concat(
                        index.underEveryKey(brandId, source, externalId).stream(),
                        unkeyed(brandId, source, externalId).stream())
                .map(hidden -> Tag.of(ORIGIN, hidden))
                .toList();
    }

    /** As events of version 1 are tagged: by the bytes in which source and id were written then. */
    static List<String> unkeyed(BrandId brandId, String source, ExternalId externalId) {
        return Stream.of(
                        framed(brandId, source, externalId),
                        asWritten(brandId, source, externalId.value()),
                        asWritten(brandId, decomposed(source), decomposed(externalId.value())))
                .distinct()
                .map(Sha256::hex)
                .toList();
    }

    /** What is one id today is framed alike. */
    static String framed(BrandId brandId, String source, ExternalId externalId) {
        return asWritten(brandId, TextKind.comparable(source), TextKind.comparable(externalId.value()));
    }

    private static String asWritten(BrandId brandId, String source, String written) {
        return "%d:%s%d:%s%s".formatted(brandId.value().length(), brandId, source.length(), source, written);
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }
}
