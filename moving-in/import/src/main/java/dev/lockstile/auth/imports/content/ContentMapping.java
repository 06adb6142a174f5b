package dev.lockstile.auth.imports.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an old table goes where. Written as JSON by the mover, one file for each table of the host.
 *
 * @param name of the content in ledger, journal and reports: 1 to 60 small letters, digits and underscores
 * @param from which old rows are read
 * @param into the table of the host
 * @param cells what the columns of that table get
 * @param addresses how addresses of files are rewritten
 */
public record ContentMapping(String name, From from, Into into, Cells cells, Addresses addresses) {

    /**
     * Reads a mapping file.
     *
     * @param json its text
     * @return what it says
     * @throws IllegalArgumentException when it is no mapping, with the member that is wrong
     */
    public static ContentMapping read(String json) {
        return MappingFile.read(json);
    }

    /** The columns of the host that are filled, in a fixed order. */
    Stream<String> filled() {
        return Stream.of(cells.columns(), cells.owners(), cells.rows()).flatMap(map -> map.keySet().stream());
    }

    /**
     * Which old rows are read.
     *
     * @param table its name as the source spells it; null for the only one, such as that of a file
     * @param id the column that identifies a row; null for {@code _id} or {@code id}
     * @param each a column that holds a list: each of its elements becomes a row of its own; null for none
     */
    public record From(
            @Nullable String table,
            @Nullable String id,
            @Nullable String each) {}

    /**
     * The table of the host.
     *
     * @param table as the database spells it, with its schema where it needs one
     * @param key the columns that identify a row there; empty for the primary key
     * @param sequence that gives the value of the one key column; null where the database or the mapping does
     */
    public record Into(
            String table, List<String> key, @Nullable String sequence) {

        /**
         * Copies the key.
         *
         * @param table as the database spells it
         * @param key the columns that identify a row there
         * @param sequence that gives the value of the one key column
         */
        public Into {
            key = List.copyOf(key);
        }
    }

    /**
     * What the columns get, each by the name of the host's column.
     *
     * @param columns the old column whose value is copied; dots lead into a document
     * @param owners the old column that holds the old id of an account
     * @param rows the old column that holds the old id of other content
     * @param people the kind of accounts in the ledger, usually {@code users}
     */
    public record Cells(
            Map<String, String> columns, Map<String, String> owners, Map<String, OtherRow> rows, String people) {

        /**
         * Copies the maps.
         *
         * @param columns the old column whose value is copied
         * @param owners the old column that holds the old id of an account
         * @param rows the old column that holds the old id of other content
         * @param people the kind of accounts in the ledger
         */
        public Cells {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
            rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        }
    }

    /**
     * A row of other content, which comes in first.
     *
     * @param content the name in its mapping
     * @param cell the old column that holds its old id
     */
    public record OtherRow(String content, String cell) {}
}
