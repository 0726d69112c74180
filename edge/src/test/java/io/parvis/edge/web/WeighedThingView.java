package io.parvis.edge.web;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "weighed_thing")
class WeighedThingView {
    @Id
    String thingId;

    int grams;
}
