package dev.lockstile.auth.schema.internal.definition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads them from the catalogue of PostgreSQL, by the functions that deparse it for {@code psql} and {@code pg_dump}.
 */
final class PostgresDefinitions implements TableDefinitions {

    static final String TABLE = "(quote_ident(current_schema()) || '.' || quote_ident(?))::regclass";

    private static final String NAME = "select quote_ident(relname) from pg_class where oid = " + TABLE;

    private static final String COLUMNS = """
            select quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                || coalesce(' collate ' || (select quote_ident(n.nspname) || '.' || quote_ident(c.collname)
                    from pg_collation c join pg_namespace n on n.oid = c.collnamespace
                    where c.oid = a.attcollation and a.attcollation <> t.typcollation), '')
                || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid, true)
                        || ') stored'
                    when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid, true) || ')'
                    when a.attidentity <> '' then ' generated '
                        || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity ('
                        || (select 'sequence name ' || quote_ident(c.relname) || ' start with ' || s.seqstart
                            || ' increment by ' || s.seqincrement || ' minvalue ' || s.seqmin || ' maxvalue ' || s.seqmax
                            || ' cache ' || s.seqcache || case when s.seqcycle then ' cycle' else '' end
                            from pg_depend o join pg_class c on c.oid = o.objid join pg_sequence s on s.seqrelid = c.oid
                            where o.classid = 'pg_class'::regclass and o.refclassid = 'pg_class'::regclass
                            and o.deptype = 'i' and o.refobjid = a.attrelid and o.refobjsubid = a.attnum) || ')'
                    else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid, true), '') end
                || case when a.attnotnull then ' not null' else '' end
            from pg_attribute a join pg_type t on t.oid = a.atttypid
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attnum > 0 and not a.attisdropped and a.attrelid = """ + TABLE + " order by a.attnum";

    private static final String CONSTRAINTS = """
            select quote_ident(c.conname), pg_get_constraintdef(c.oid, true), c.contype, coalesce(r.relname, '')
            from pg_constraint c left join pg_class r on r.oid = c.confrelid
            where c.contype in ('p', 'u', 'x', 'c', 'f')
            and (c.contype <> 'f' or r.relnamespace = current_schema()::regnamespace) and c.conrelid = """ + TABLE + " order by position(c.contype::text in 'puxcf'), c.conname";

    private static final String INDEXES = """
            select replace(pg_get_indexdef(i.indexrelid, 0, true), ' ON ONLY ', ' ON ') from pg_index i
            where i.indisvalid and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid
                and c.conrelid = i.indrelid and c.contype in ('p', 'u', 'x')) and i.indrelid = """ + TABLE + " order by 1";

    private final Connection connection;
    private final PostgresParts parts;

    PostgresDefinitions(Connection connection) {
        this.connection = connection;
        this.parts = new PostgresParts(connection);
    }

    @Override
    public List<String> of(String table, Set<String> targets) throws SQLException {
        String name = Rows.first(connection, NAME, table).get(0);
        List<String> inside = new ArrayList<>(Rows.first(connection, COLUMNS, table));
        List<String> after = new ArrayList<>();
        for (List<String> row : Rows.of(connection, CONSTRAINTS, table)) {
            String constraint = "constraint " + row.get(0) + " " + row.get(1);
            boolean refers = row.get(2).equals("f");
            if (refers || constraint.endsWith(" NOT VALID")) {
                if (!refers || targets.contains(row.get(3))) {
                    after.add("alter table " + name + " add " + constraint);
                }
            } else {
                inside.add(constraint);
            }
        }
        List<String> statements = new ArrayList<>(parts.before(table));
        statements.add("create table " + name + " (\n    " + String.join(",\n    ", inside) + "\n)");
        statements.addAll(parts.after(table));
        statements.addAll(after);
        statements.addAll(Rows.first(connection, INDEXES, table));
        return statements;
    }

    @Override
    public List<String> ofColumn(String table, String column) throws SQLException {
        String name = Rows.first(connection, NAME, table).get(0);
        String quoted = Rows.first(connection, "select quote_ident(?)", column).get(0);
        List<String> statements = new ArrayList<>(parts.before(table));
        Rows.first(connection, COLUMNS, table).stream()
                .filter(line -> line.startsWith(quoted + " "))
                .forEach(line -> statements.add("alter table " + name + " add column " + line));
        return statements;
    }

    @Override
    public List<String> leftOut(String table) throws SQLException {
        return parts.leftOut(table);
    }

    @Override
    public List<String> neededOf(String schema, String table) throws SQLException {
        return parts.neededOf(schema, table);
    }
}
