package io.parvis.eventing.counter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "counter")
class CounterView {
    @Id
    String counterId;

    int total;
    long version;
}
