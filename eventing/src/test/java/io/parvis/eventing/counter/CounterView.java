package io.parvis.eventing.counter;

import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "counter")
class CounterView extends VersionedView {
    @Id
    String counterId;

    int total;
}
