package io.parvis.reputation.watch.read;

import io.parvis.eventing.projection.VersionedView;
import io.parvis.reputation.watch.Subject;
import io.parvis.reputation.watch.event.WatchAdded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

@Entity
@Table(name = "watch")
class WatchView extends VersionedView {

    static final String BYTES = "octet_length(array_to_string(allOf, ' ')) + octet_length(array_to_string(anyOf, ' '))"
            + " + octet_length(array_to_string(noneOf, ' '))";

    @Id
    String watchId;

    String brandId;
    String name;

    @Enumerated(EnumType.STRING)
    Subject subject;

    String[] allOf;

    String[] anyOf;

    String[] noneOf;

    long position;

    protected WatchView() {}

    WatchView(WatchAdded event, long position) {
        super(position);
        this.watchId = event.watchId().value();
        this.brandId = event.brandId().value();
        this.name = event.name();
        this.subject = event.subject();
        this.allOf = event.all().toArray(String[]::new);
        this.anyOf = event.any().toArray(String[]::new);
        this.noneOf = event.none().toArray(String[]::new);
        this.position = position;
    }

    Watch toWatch() {
        return new Watch(watchId, name, subject, List.of(allOf), List.of(anyOf), List.of(noneOf));
    }
}
