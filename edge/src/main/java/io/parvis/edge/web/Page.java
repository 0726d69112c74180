package io.parvis.edge.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list, newest first.
 *
 * @param nextCursor asks for what follows; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "Asks for what follows; absent at the end.") @Nullable
        String nextCursor) {

    /** @param rows one more than the page holds where there is more: see {@link PageRequest#fetch()} */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest request, Function<R, Long> position, Function<R, T> item) {
        boolean more = rows.size() > request.shown();
        var shown = more ? rows.subList(0, request.shown()) : rows;
        return new Page<>(
                shown.stream().map(item).toList(), more ? request.cursorAfter(position.apply(shown.getLast())) : null);
    }
}
