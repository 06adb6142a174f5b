package dev.lockstile.auth.schema.internal.definition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a table of PostgreSQL needs before it can be made: extensions, types, functions and sequences. */
final class PostgresParts {

    /** Follows dependencies from the table's columns, defaults, checks and indexes; stops at members of extensions. */
    private static final String USED = "with recursive one(oid) as (select " + PostgresDefinitions.TABLE + """
            ::oid), used(classid, objid) as (
                select * from (select 'pg_class'::regclass::oid, t.oid from one t
                    union all select 'pg_attrdef'::regclass, d.oid from pg_attrdef d, one t where d.adrelid = t.oid
                    union all select 'pg_constraint'::regclass, c.oid from pg_constraint c, one t
                        where c.conrelid = t.oid and c.contype <> 'f'
                    union all select 'pg_class'::regclass, i.indexrelid from pg_index i, one t where i.indrelid = t.oid) s
                union
                select x.classid, x.objid from used u cross join lateral (
                    select d.refclassid as classid, d.refobjid as objid from pg_depend d
                        where d.classid = u.classid and d.objid = u.objid and d.refclassid in ('pg_type'::regclass,
                            'pg_proc'::regclass, 'pg_opclass'::regclass, 'pg_operator'::regclass)
                    union all select 'pg_constraint'::regclass, c.oid from pg_constraint c
                        where u.classid = 'pg_type'::regclass and c.contypid = u.objid
                    union all select 'pg_class'::regclass, t.typrelid from pg_type t join pg_class r on r.oid = t.typrelid
                        where u.classid = 'pg_type'::regclass and t.oid = u.objid and r.relkind = 'c') x
                where not exists (select 1 from pg_depend e where e.classid = u.classid and e.objid = u.objid
                    and e.deptype = 'e')),
            own(classid, objid) as (select classid, objid from used u where not exists (select 1 from pg_depend e
                where e.classid = u.classid and e.objid = u.objid and e.deptype = 'e'))
            """;

    private static final String EXTENSIONS = USED + """
            select distinct case when n.nspname = any(current_schemas(false)) then '' else 'create schema if not exists '
                || quote_ident(n.nspname) end, 'create extension if not exists ' || quote_ident(x.extname)
                || case when n.nspname = any(current_schemas(false)) then '' else ' with schema ' || quote_ident(n.nspname)
                end from used u join pg_depend e on e.classid = u.classid and e.objid = u.objid and e.deptype = 'e'
            join pg_extension x on x.oid = e.refobjid join pg_namespace n on n.oid = x.extnamespace order by 2""";

    private static final String TYPES_AND_FUNCTIONS = USED + """
            select case when n.nspname = any(current_schemas(false)) then '' else 'create schema if not exists '
                || quote_ident(n.nspname) end, made.sql from (
                select t.oid, t.typnamespace as space, case t.typtype
                    when 'e' then 'create type ' || format_type(t.oid, null) || ' as enum (' || (select
                        string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e
                        where e.enumtypid = t.oid) || ')'
                    when 'd' then 'create domain ' || format_type(t.oid, null) || ' as '
                        || format_type(t.typbasetype, t.typtypmod) || coalesce(' default ' || t.typdefault, '')
                        || case when t.typnotnull then ' not null' else '' end
                        || coalesce((select string_agg(' constraint ' || quote_ident(c.conname) || ' '
                            || pg_get_constraintdef(c.oid, true), '' order by c.conname) from pg_constraint c
                            where c.contypid = t.oid and c.contype = 'c'), '')
                    when 'r' then 'create type ' || format_type(t.oid, null) || ' as range (subtype = '
                        || (select format_type(r.rngsubtype, null) from pg_range r where r.rngtypid = t.oid) || ')'
                    when 'c' then 'create type ' || format_type(t.oid, null) || ' as (' || (select
                        string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ', '
                        order by a.attnum) from pg_attribute a join pg_class r on r.oid = a.attrelid and r.relkind = 'c'
                        where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped) || ')'
                    end as sql from own u join pg_type t on u.classid = 'pg_type'::regclass and u.objid = t.oid
                union all
                select p.oid, p.pronamespace, regexp_replace(pg_get_functiondef(p.oid), '^CREATE OR REPLACE FUNCTION '
                    || case when p.pronamespace = current_schema()::regnamespace then '("[^"]+"|[^".]+)\\.' else '' end,
                    'CREATE FUNCTION ')
                    from own u join pg_proc p on u.classid = 'pg_proc'::regclass and u.objid = p.oid
                    where p.prokind = 'f' and p.pronamespace <> 'pg_catalog'::regnamespace) made
            join pg_namespace n on n.oid = made.space
            where made.sql is not null and n.nspname not in ('pg_catalog', 'information_schema') order by made.oid""";

    private static final String SEQUENCES = """
            select distinct s.seqrelid::regclass::text, 'create sequence if not exists ' || s.seqrelid::regclass || ' as '
                || format_type(s.seqtypid, null) || ' start with ' || s.seqstart || ' increment by ' || s.seqincrement
                || ' minvalue ' || s.seqmin || ' maxvalue ' || s.seqmax || ' cache ' || s.seqcache
                || case when s.seqcycle then ' cycle' else '' end,
                (select quote_ident(c.relname) || '.' || quote_ident(a.attname) from pg_depend o
                    join pg_class c on c.oid = o.refobjid join pg_attribute a on a.attrelid = c.oid
                    and a.attnum = o.refobjsubid where o.classid = 'pg_class'::regclass and o.objid = s.seqrelid
                    and o.deptype = 'a' and o.refobjid = d.adrelid)
            from pg_attrdef d join pg_depend p on p.classid = 'pg_attrdef'::regclass and p.objid = d.oid
                and p.refclassid = 'pg_class'::regclass join pg_sequence s on s.seqrelid = p.refobjid
            where d.adrelid = """ + PostgresDefinitions.TABLE + " order by 1";

    private static final String LEFT_OUT = """
            select 'the trigger ' || g.tgname || ' of ' || c.relname from pg_trigger g join pg_class c on c.oid = g.tgrelid
                where not g.tgisinternal and g.tgrelid = %1$s
            union all select 'the policy ' || p.polname || ' of ' || c.relname from pg_policy p join pg_class c
                on c.oid = p.polrelid where p.polrelid = %1$s
            union all select 'row level security of ' || relname from pg_class where relrowsecurity and oid = %1$s
            union all select 'the partitioning of ' || relname from pg_class where relkind = 'p' and oid = %1$s
            order by 1""".formatted(PostgresDefinitions.TABLE);

    private static final String UNMADE = USED + """
            select n.nspname || '.' || t.typname from own u join pg_type t on u.classid = 'pg_type'::regclass
                and u.objid = t.oid join pg_namespace n on n.oid = t.typnamespace where n.nspname = ?
            union select n.nspname || '.' || p.proname from own u join pg_proc p on u.classid = 'pg_proc'::regclass
                and u.objid = p.oid join pg_namespace n on n.oid = p.pronamespace where n.nspname = ?
            union select s.refobjid::regclass::text from pg_depend s, one t, pg_attrdef d, pg_class c
                where d.adrelid = t.oid and s.classid = 'pg_attrdef'::regclass and s.objid = d.oid
                and s.refclassid = 'pg_class'::regclass and c.oid = s.refobjid and c.relkind = 'S'
                and c.relnamespace::regnamespace::text = ? order by 1""";

    private final Connection connection;

    PostgresParts(Connection connection) {
        this.connection = connection;
    }

    /** What is made first, each only where it is not there. */
    List<String> before(String table) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (List<String> row : Rows.of(connection, EXTENSIONS, table)) {
            row.stream().filter(sql -> !sql.isEmpty()).forEach(statements::add);
        }
        for (List<String> row : Rows.of(connection, TYPES_AND_FUNCTIONS, table)) {
            if (!row.get(0).isEmpty()) {
                statements.add(row.get(0));
            }
            statements.add("do $lockstile$ begin\n" + row.get(1).strip()
                    + ";\nexception when duplicate_object or duplicate_function then null; end $lockstile$");
        }
        for (List<String> row : Rows.of(connection, SEQUENCES, table)) {
            statements.add(row.get(1));
        }
        return statements;
    }

    /** What follows the table. */
    List<String> after(String table) throws SQLException {
        return Rows.of(connection, SEQUENCES, table).stream()
                .filter(row -> !row.get(2).isEmpty())
                .map(row -> "alter sequence " + row.get(0) + " owned by " + row.get(2))
                .toList();
    }

    /** What the other application has on the table and a new database does not get. */
    List<String> leftOut(String table) throws SQLException {
        return Rows.first(connection, LEFT_OUT, table, table, table, table);
    }

    /** What the table needs of another schema, named there: types, functions and sequences. */
    List<String> neededOf(String schema, String table) throws SQLException {
        return Rows.first(connection, UNMADE, table, schema, schema, schema);
    }
}
