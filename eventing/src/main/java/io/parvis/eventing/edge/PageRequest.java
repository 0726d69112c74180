package io.parvis.eventing.edge;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; a {@code @BeanParam}. */
public class PageRequest {

    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    @QueryParam("limit")
    @Parameter(
            description = "How many, 1 to 200; 50 where absent.",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before.")
    @Nullable
    String cursor;

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

    /** How many rows to read: one more than shown, to know whether more follow. */
    public int fetch() {
        return size() + 1;
    }

    /**
     * Rows with a lower position follow.
     *
     * @throws InvalidRequest where the cursor is not one of ours
     */
    public long before() {
        if (cursor == null || cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == Long.BYTES) {
                return ByteBuffer.wrap(bytes).getLong();
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below.
        }
        throw new InvalidRequest("parameter:cursor", "is not one that we gave out");
    }

    static String cursorAfter(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(Long.BYTES).putLong(position).array());
    }
}
