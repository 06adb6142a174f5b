package dev.lockstile.benchmarks.growth;

import dev.lockstile.benchmarks.internal.host.Sql;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What a row of each table takes on PostgreSQL's disk, itself and in the indexes, as freshly built. */
record RowSizes(DataSource database) {

    private static final String BYTES = """
            select relname, round(pg_table_size(oid) / reltuples), round(pg_indexes_size(oid) / reltuples) from pg_class
            where relname = '%s' and reltuples > 0""";

    /** One line about all of them. */
    String words() {
        return GeneratedHistory.TABLES.stream()
                .flatMap(table -> new Sql(database).rows(BYTES.formatted(table)).stream())
                .map(RowSizes::words)
                .collect(Collectors.joining(", ", "Bytes per row, in the table and in its indexes: ", "."));
    }

    private static String words(List<String> row) {
        return row.get(0) + " " + row.get(1) + " and " + row.get(2);
    }
}
