package io.parvis.engagement.fan;

import io.parvis.edge.problem.InvalidRequest;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody said to several purposes. */
public final class Consents {

    private Consents() {}

    /** @throws InvalidRequest where one is named twice: nobody could tell what was agreed to */
    public static void mustNameEachPurposeOnce(@Nullable List<Consent> consents) {
        if (consents == null) {
            return;
        }
        var named = EnumSet.noneOf(ConsentPurpose.class);
        for (int i = 0; i < consents.size(); i++) {
            if (!named.add(consents.get(i).purpose())) {
                throw new InvalidRequest("/consents/%d/purpose".formatted(i), "must be named once");
            }
        }
    }
}
