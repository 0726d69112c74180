package io.parvis.presence.channel.read;

import io.parvis.eventing.projection.VersionedView;
import io.parvis.presence.channel.Cadence;
import io.parvis.presence.channel.ChannelKind;
import io.parvis.presence.channel.Purpose;
import io.parvis.presence.channel.event.ChannelPlanned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "channel")
class ChannelView extends VersionedView {

    @Id
    String channelId;

    String brandId;

    @Enumerated(EnumType.STRING)
    ChannelKind kind;

    @Nullable
    String handle;

    @Nullable
    String url;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Nullable
    Integer cadenceCount;

    @Enumerated(EnumType.STRING)
    Cadence.@Nullable Period cadencePer;

    String state;
    long position;

    protected ChannelView() {}

    ChannelView(ChannelPlanned event, long position) {
        super(position);
        this.channelId = event.channelId().value();
        this.brandId = event.brandId().value();
        this.kind = event.kind();
        this.handle = event.handle();
        this.url = event.url();
        this.purpose = event.purpose();
        if (event.cadence() != null) {
            this.cadenceCount = event.cadence().count();
            this.cadencePer = event.cadence().per();
        }
        this.state = "planned";
        this.position = position;
    }

    Channel toChannel() {
        var cadence = cadenceCount == null ? null : new Cadence(cadenceCount, cadencePer);
        return new Channel(channelId, kind, handle, url, purpose, cadence, state);
    }
}
