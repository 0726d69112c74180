package io.parvis.edge.web;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.eventing.store.StoreLife;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; a {@code @BeanParam}. */
public class PageRequest {

    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    /** Of what the rows of a page hold; JSON may need a little more. A single row may be larger and goes alone. */
    static final int MAX_BYTES = 1 << 20;

    /** What says which part, and not of which list. */
    static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    @QueryParam("limit")
    @Parameter(
            description =
                    "How many, 1 to 200; 50 where absent. A page may hold fewer and still have a nextCursor: it ends"
                            + " where it would come to more than 1 MiB.",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before; of this list only, and with the same filters.")
    @Nullable
    String cursor;

    @Context
    UriInfo list;

    @Inject
    StoreLife life;

    private int fitting = MAX;

    /** @throws InvalidRequest where limit is not a number from 1 to 200 */
    public int size() {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit.matches("\\d{1,3}")) {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= MAX) {
                return size;
            }
        }
        throw new InvalidRequest("parameter:limit", "must be a number from 1 to " + MAX);
    }

    /**
     * The rows of a view that belong to somebody or something, for {@link Page#of}.
     *
     * @param view an entity with a field {@code position}, indexed together with the owner
     * @param owner the field that names the owner
     */
    public <V> Uni<List<V>> newestOf(Mutiny.Session session, Class<V> view, String owner, String ownerId) {
        return session.createSelectionQuery(
                        "from %s where %s = :owner and position < :before order by position desc"
                                .formatted(view.getSimpleName(), owner),
                        view)
                .setParameter("owner", ownerId)
                .setParameter("before", before())
                .setMaxResults(fetch())
                .getResultList();
    }

    /**
     * The same of rows that may be large: no more of them is read than a page may hold.
     *
     * @param bytes what a row holds, in HQL, such as {@code octet_length(text)}: it is asked for first
     */
    public <V> Uni<List<V>> newestOf(
            Mutiny.Session session, Class<V> view, String owner, String ownerId, String bytes) {
        return session.createSelectionQuery(
                        "select %s from %s where %s = :owner and position < :before order by position desc"
                                .formatted(bytes, view.getSimpleName(), owner),
                        Integer.class)
                .setParameter("owner", ownerId)
                .setParameter("before", before())
                .setMaxResults(size())
                .getResultList()
                .invoke(this::fit)
                .chain(() -> newestOf(session, view, owner, ownerId));
    }

    /** Shows the first of these and as many more as come to no more than a page may hold. */
    final void fit(List<Integer> bytesOfRows) {
        long sum = 0;
        int rows = 0;
        for (int bytes : bytesOfRows) {
            sum += bytes;
            if (rows > 0 && sum > MAX_BYTES) {
                break;
            }
            rows++;
        }
        fitting = Math.max(1, rows);
    }

    /** How many rows the page shows at most. */
    int shown() {
        return Math.min(size(), fitting);
    }

    /** How many rows to read: one more than shown, to know whether more follow. */
    public int fetch() {
        return shown() + 1;
    }

    /**
     * Rows with a lower position follow.
     *
     * @throws InvalidRequest where the cursor is none that this list gave out
     */
    public long before() {
        return place(Long.MAX_VALUE);
    }

    /**
     * In a list that ascends: rows with a higher position follow.
     *
     * @throws InvalidRequest where the cursor is none that this list gave out
     */
    public long after() {
        return place(0);
    }

    private long place(long begin) {
        return cursor == null || cursor.isEmpty() ? begin : cursors().read(cursor);
    }

    String cursorAfter(long position) {
        return cursors().after(position);
    }

    private Cursors cursors() {
        return Cursors.of(life, list.getPath(), list.getQueryParameters());
    }
}
