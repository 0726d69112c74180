package io.parvis.bench.peers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

@Entity
class Contest {

    @Id
    String contestId = "";

    String brandId = "";
    Instant opensAt = Instant.EPOCH;
    Instant closesAt = Instant.EPOCH;
    int rulesVersion;
    List<String> countries = List.of();

    List<String> excludedFanIds = List.of();
}
