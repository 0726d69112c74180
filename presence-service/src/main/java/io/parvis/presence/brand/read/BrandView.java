package io.parvis.presence.brand.read;

import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.presence.brand.event.BrandChanged;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "brand")
class BrandView extends VersionedView {

    @Id
    String brandId;

    String slug;
    String name;
    String timeZone;
    String[] languages;

    @Nullable
    String legalName;

    String state;
    long position;

    protected BrandView() {}

    BrandView(BrandRegistered event, long position) {
        super(position);
        this.brandId = event.brandId().value();
        this.slug = event.slug();
        this.name = event.name();
        this.timeZone = event.timeZone();
        this.languages = event.languages().toArray(String[]::new);
        this.legalName = event.legalName();
        this.state = "active";
        this.position = position;
    }

    void change(BrandChanged event) {
        name = event.name();
        timeZone = event.timeZone();
        languages = event.languages().toArray(String[]::new);
        legalName = event.legalName();
    }

    void archive() {
        state = "archived";
    }

    Brand toBrand() {
        return new Brand(brandId, slug, name, timeZone, List.of(languages), legalName, state);
    }
}
