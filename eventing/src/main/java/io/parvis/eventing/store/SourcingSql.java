package io.parvis.eventing.store;

/** The statements that read a batch of lookups. */
final class SourcingSql {

    /**
     * The look's number stands behind the event's columns, the head after it; a row without an event tells the head.
     *
     * <p>Of what a look is known to find, the last is named: it comes without its payload, and what is known ends there.
     *
     * <p>The {@code offset 0} leave the planner no other way than from tag to position to event: a plan made while the
     * log held three events walked all of it for each look, and stayed.
     */
    static final String BY_TAG = """
            select %1$s, e.look, h.head, h.head_id, h.same_life from %2$s
            left join (
              select q.look, q.known, e.*
              from unnest($1::text[], $2::bigint[], $3::text[], $4::uuid[]) with ordinality
                as q(tag, after, names, known, look)
              cross join lateral (
                select t.position from event_store.tag t where t.tag = q.tag and t.position > q.after offset 0) t
              cross join lateral (
                select * from event_store.event x where x.position = t.position offset 0) e
              where q.names is null or e.name = any (q.names::text[])
            ) e on true""".formatted(EventRowMapper.COLUMNS_BUT_A_KNOWN_PAYLOAD, head(5));

    /** Where only the newest is wanted, the index is walked backwards from the end, to the first of the right kind. */
    static final String BY_TAG_SOME_LATEST = """
            select %1$s, e.look, h.head, h.head_id, h.same_life from %2$s
            left join (
              select q.look, q.known, e.*
              from unnest($1::text[], $2::bigint[], $3::text[], $4::uuid[], $5::boolean[]) with ordinality
                as q(tag, after, names, known, latest_only, look)
              cross join lateral (
                (select t.position from event_store.tag t
                 where not q.latest_only and t.tag = q.tag and t.position > q.after)
                union all
                (select t.position from event_store.tag t
                 where q.latest_only and t.tag = q.tag and t.position > q.after
                   and (q.names is null or exists (
                     select from event_store.event x
                     where x.position = t.position and x.name = any (q.names::text[]) offset 0))
                 order by t.position desc limit 1)) p
              cross join lateral (
                select * from event_store.event x where x.position = p.position offset 0) e
              where q.names is null or e.name = any (q.names::text[])
            ) e on true""".formatted(EventRowMapper.COLUMNS_BUT_A_KNOWN_PAYLOAD, head(6));

    /** Criteria without tags have no index to go by; decisions have none such, tools may. */
    static final String WHOLE_LOG = """
            select %1$s, e.look, h.head, h.head_id, h.same_life from %2$s
            left join (
              select q.look, e.*
              from unnest($1::text[], $2::bigint[], $3::text[]) with ordinality as q(tag, after, names, look)
              join event_store.event e on e.position > q.after
              where (q.tag is null or q.tag = any (e.tags)) and (q.names is null or e.name = any (q.names::text[]))
            ) e on true""".formatted(EventRowMapper.COLUMNS, head(4));

    static final int LOOKUP = 9;
    static final int HEAD = 10;
    static final int HEAD_ID = 11;
    static final int SAME_LIFE = 12;

    private SourcingSql() {}

    /** @param next the number of the first of three parameters: life, position and id of the newest event known of it */
    private static String head(int next) {
        return """
                (select coalesce(n.position, 0) as head, n.id as head_id, l.life = $%1$d and ($%2$d::bigint = 0 or k.id = $%3$d)
                   as same_life
                 from event_store.life l
                 left join (select position, id from event_store.event order by position desc limit 1) n on true
                 left join event_store.event k on k.position = $%2$d) h""".formatted(next, next + 1, next + 2);
    }
}
