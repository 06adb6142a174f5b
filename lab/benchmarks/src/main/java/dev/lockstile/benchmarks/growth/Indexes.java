package dev.lockstile.benchmarks.growth;

import dev.lockstile.benchmarks.internal.host.Sql;
import java.util.List;

/** The indexes of a table other than its key: rows come in faster without them. */
record Indexes(List<String> drop, List<String> make) {

    static Indexes of(Sql sql, String table) {
        List<List<String>> found = sql.rows("""
                select 'alter table ' || t.relname || ' drop constraint ' || c.conname,
                    'alter table ' || t.relname || ' add constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
                from pg_constraint c join pg_class t on t.oid = c.conrelid where c.contype = 'u' and t.relname = '%1$s'
                union all
                select 'drop index ' || indexname, indexdef from pg_indexes where tablename = '%1$s'
                    and indexname not in (select conname from pg_constraint)""".formatted(table));
        return new Indexes(
                found.stream().map(row -> row.get(0)).toList(),
                found.stream().map(row -> row.get(1)).toList());
    }
}
