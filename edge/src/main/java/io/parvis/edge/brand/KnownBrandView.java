package io.parvis.edge.brand;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "known_brand")
class KnownBrandView {

    @Id
    String brandId;

    protected KnownBrandView() {}

    KnownBrandView(String brandId) {
        this.brandId = brandId;
    }
}
