package io.parvis.engagement.fan.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.engagement.fan.FanExportSource;
import io.parvis.engagement.fan.FanExportSource.Known;
import io.parvis.engagement.id.FanId;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a fan as one JSON document, made while it is sent: no more of it is held than a page of what the
 * views have, nor a connection to the database while a slow reader reads.
 */
@ApplicationScoped
class FanExport {

    private static final int PAGE = 200;

    private final Mutiny.SessionFactory sessions;
    private final List<FanExportSource> sources;
    private final ObjectMapper mapper;
    private final Clock clock;

    FanExport(Mutiny.SessionFactory sessions, @All List<FanExportSource> sources, ObjectMapper mapper, Clock clock) {
        this.sessions = sessions;
        this.sources = sources.stream()
                .sorted(Comparator.comparing(FanExportSource::name))
                .toList();
        this.mapper = mapper;
        this.clock = clock;
    }

    Multi<byte[]> of(Fan fan) {
        var parts = new ArrayList<Multi<byte[]>>();
        parts.add(text("{\"exportedAt\":" + json(clock.instant()) + ",\"fan\":" + json(fan) + ",\"consents\":["));
        parts.add(elements((session, last) -> consents(session, fan.fanId(), last), ConsentView::toJson));
        parts.add(text("],\"activity\":{"));
        for (var source : sources) {
            parts.add(text((source == sources.getFirst() ? "" : ",") + json(source.name()) + ":["));
            parts.add(elements(
                    (session, last) -> source.newest(
                            session, new FanId(fan.fanId()), last == null ? Long.MAX_VALUE : last.position(), PAGE),
                    Known::shown));
            parts.add(text("]"));
        }
        parts.add(end(fan));
        return Multi.createBy().concatenating().streams(parts);
    }

    /** The next rows of a list, behind one; the first of them behind null. */
    @FunctionalInterface
    private interface Rows<R> extends BiFunction<Mutiny.Session, @Nullable R, Uni<List<R>>> {}

    /** The elements of a list, without its brackets: a page at a time, each when the one before has been sent. */
    private <R> Multi<byte[]> elements(Rows<R> rows, Function<R, Object> shown) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicReference<@Nullable R>::new,
                        last -> sessions.withSession(session -> rows.apply(session, last.get()))
                                .map(page -> {
                                    var separator = last.get() == null || page.isEmpty() ? "" : ",";
                                    last.set(page.isEmpty() ? null : page.getLast());
                                    return new Elements(separator + json(page, shown), page.size());
                                }))
                .whilst(Elements::fillAPage)
                .map(elements -> elements.json().getBytes(StandardCharsets.UTF_8));
    }

    private record Elements(String json, int count) {

        boolean fillAPage() {
            return count == PAGE;
        }
    }

    private <R> String json(List<R> page, Function<R, Object> shown) {
        return page.stream().map(row -> json(shown.apply(row))).collect(Collectors.joining(","));
    }

    /** Everything that was said, oldest first; several things may have been said at once. */
    private static Uni<List<ConsentView>> consents(Mutiny.Session session, String fanId, @Nullable ConsentView last) {
        return session.createSelectionQuery(
                        "from ConsentView where fanId = :fan and (position > :position"
                                + " or (position = :position and consentId > :consent)) order by position, consentId",
                        ConsentView.class)
                .setParameter("fan", fanId)
                .setParameter("position", last == null ? 0L : last.position)
                .setParameter("consent", last == null ? "" : last.consentId)
                .setMaxResults(PAGE)
                .getResultList();
    }

    /** What was erased meanwhile was not told as a whole, and is not to be taken for it. */
    private Multi<byte[]> end(Fan fan) {
        return sessions.withSession(session -> session.find(FanView.class, fan.fanId()))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("The fan was erased while it was exported"))
                .map(still -> "}}".getBytes(StandardCharsets.UTF_8))
                .toMulti();
    }

    private static Multi<byte[]> text(String json) {
        return Multi.createFrom().item(json.getBytes(StandardCharsets.UTF_8));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
