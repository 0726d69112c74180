package io.parvis.bench.peers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Fan {

    @Id
    String fanId = "";

    String brandId = "";
    String country = "";
}
