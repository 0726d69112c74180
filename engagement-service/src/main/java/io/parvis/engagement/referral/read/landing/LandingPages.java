package io.parvis.engagement.referral.read.landing;

import io.parvis.engagement.referral.LandingPage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Where links lead. */
@Singleton
public class LandingPages {

    private final Mutiny.SessionFactory sessions;

    LandingPages(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Null where the brand has not said. */
    public Uni<@Nullable LandingPage> of(String campaignId) {
        return sessions.withSession(session -> session.find(LandingPageView.class, campaignId))
                .map(page -> page == null ? null : new LandingPage(page.url));
    }
}
