package io.parvis.eventing.projection;

import jakarta.persistence.MappedSuperclass;

/**
 * A row that shows one thing, in the version that its ETag tells. Its id is the thing's. The projection declares of
 * which kind the thing is ({@link Projection#versions()}); the version is then kept here and nowhere else.
 */
@MappedSuperclass
public abstract class VersionedView {

    /** The position of the newest event of the thing that is in this row. */
    private long version;

    protected VersionedView() {}

    /** @param position of the event that makes the row, so that it is written once */
    protected VersionedView(long position) {
        this.version = position;
    }

    public long version() {
        return version;
    }

    void shows(long position) {
        version = Math.max(version, position);
    }
}
