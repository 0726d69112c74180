package io.parvis.engagement.fan.read;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.Views;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.personal.Contact;
import io.parvis.engagement.fan.personal.FanVault;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Finds fans in the view, and opens what is sealed there. */
@ApplicationScoped
class Fans {

    private final FanVault vault;

    Fans(FanVault vault) {
        this.vault = vault;
    }

    /** @param onlyOf the writer whose fan it must be; null for any */
    static Uni<FanView> find(Mutiny.Session session, String brandId, String fanId, @Nullable String onlyOf) {
        return Views.find(
                session,
                FanView.class,
                "fan",
                fanId,
                fan -> fan.brandId.equals(brandId) && (onlyOf == null || onlyOf.equals(fan.registeredBy)));
    }

    static Uni<List<FanView>> newestOf(Mutiny.Session session, String brandId, String writer, PageRequest page) {
        return session.createSelectionQuery(
                        "from FanView where brandId = :brand and registeredBy = :writer and position < :before"
                                + " order by position desc",
                        FanView.class)
                .setParameter("brand", brandId)
                .setParameter("writer", writer)
                .setParameter("before", page.before())
                .setMaxResults(page.fetch())
                .getResultList();
    }

    /** Contact data in clear; none where the key is gone before the view knows. */
    Uni<Contact> opened(FanView fan) {
        var sealed = fan.sealed();
        return sealed.equals(SealedContact.NONE)
                ? Uni.createFrom().item(Contact.NONE)
                : vault.keyOf(new BrandId(fan.brandId), new FanId(fan.fanId))
                        .map(key -> key == null ? Contact.NONE : key.open(sealed));
    }
}
