package io.parvis.reputation.watch.read;

import io.parvis.reputation.watch.Subject;
import io.parvis.reputation.watch.event.WatchAdded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

@Entity
@Table(name = "watch")
class WatchView {

    @Id
    String watchId;

    String brandId;
    String name;

    @Enumerated(EnumType.STRING)
    Subject subject;

    @Column(name = "all_of")
    String[] all;

    @Column(name = "any_of")
    String[] any;

    @Column(name = "none_of")
    String[] none;

    long position;

    protected WatchView() {}

    WatchView(WatchAdded event, long position) {
        this.watchId = event.watchId();
        this.brandId = event.brandId();
        this.name = event.name();
        this.subject = event.subject();
        this.all = event.all().toArray(String[]::new);
        this.any = event.any().toArray(String[]::new);
        this.none = event.none().toArray(String[]::new);
        this.position = position;
    }

    Watch toWatch() {
        return new Watch(watchId, name, subject, List.of(all), List.of(any), List.of(none));
    }
}
