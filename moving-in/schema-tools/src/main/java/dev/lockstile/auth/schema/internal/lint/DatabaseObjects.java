package dev.lockstile.auth.schema.internal.lint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a database has besides columns, as statements that the rules can read: another tool may have made it. */
final class DatabaseObjects {

    private static final String POSTGRES = """
            select 'alter table ' || quote_ident(r.relname) || ' add constraint ' || quote_ident(c.conname) || ' '
                || pg_get_constraintdef(c.oid) from pg_constraint c join pg_class r on r.oid = c.conrelid
                where c.contype in ('p', 'c') and r.relnamespace = current_schema()::regnamespace
            union all select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class r on r.oid = i.indrelid
                where r.relnamespace = current_schema()::regnamespace
            union all select 'create table ' || quote_ident(relname) || ' () partition by range (x)' from pg_class
                where relkind = 'p' and relnamespace = current_schema()::regnamespace
            union all select 'create policy ' || quote_ident(p.polname) || ' on ' || quote_ident(r.relname)
                from pg_policy p join pg_class r on r.oid = p.polrelid where p.polpermissive
                and r.relnamespace = current_schema()::regnamespace
            union all select 'create domain ' || quote_ident(t.typname) || ' as '
                || format_type(t.typbasetype, t.typtypmod) || case when t.typnotnull or exists (select 1
                from pg_constraint c where c.contypid = t.oid and c.contype = 'c') then ' check (value is not null)' else ''
                end from pg_type t where t.typtype = 'd' and t.typnamespace = current_schema()::regnamespace""";

    private static final String MYSQL = "select concat('alter table `', table_name, '` add primary key (',"
            + " group_concat(concat('`', column_name, '`') order by ordinal_position separator ', '), ')') from"
            + " information_schema.key_column_usage where constraint_name = 'PRIMARY' and table_schema = database() group by"
            + " table_name";

    private DatabaseObjects() {}

    static List<Statement> of(Connection connection, LintDatabase database) throws SQLException {
        List<Statement> statements = new ArrayList<>();
        if (database == LintDatabase.H2) {
            return statements;
        }
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(database.isPostgres() ? POSTGRES : MYSQL)) {
            while (found.next()) {
                statements.addAll(SqlReader.read(found.getString(1), database));
            }
        }
        return statements;
    }
}
