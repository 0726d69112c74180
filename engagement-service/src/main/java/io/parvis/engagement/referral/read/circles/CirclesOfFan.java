package io.parvis.engagement.referral.read.circles;

import io.parvis.engagement.fan.FanExportSource;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which campaigns a fan came to through somebody, or shares; through whom is the other's business. */
@Singleton
class CirclesOfFan implements FanExportSource {

    /** @param token of the fan's own link; absent where there is none */
    record CircleOfFan(
            String campaignId,
            int depth,
            boolean throughSomebody,
            @Nullable String token) {}

    @Override
    public String name() {
        return "circles";
    }

    @Override
    public Uni<List<Known>> newest(Mutiny.Session session, FanId fanId, long before, int most) {
        return session.createSelectionQuery(
                        "from CircleMemberView where fanId = :fan and position < :before order by position desc",
                        CircleMemberView.class)
                .setParameter("fan", fanId.value())
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList()
                .map(members -> members.stream()
                        .map(member -> new Known(
                                member.position,
                                new CircleOfFan(member.campaignId, member.depth, member.throughSomebody, member.token)))
                        .toList());
    }
}
