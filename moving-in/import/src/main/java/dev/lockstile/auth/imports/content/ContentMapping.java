package dev.lockstile.auth.imports.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes which source rows go into which table of the host. The operator writes it as JSON, one file for each table
 * of the host.
 *
 * @param name of the content in ledger, journal and reports: 1 to 60 lower-case letters, digits and underscores
 * @param from the source rows
 * @param into the table of the host
 * @param cells the values of the columns of that table
 * @param addresses how addresses of files are rewritten
 */
public record ContentMapping(String name, From from, Into into, Cells cells, Addresses addresses) {

    /**
     * Reads a mapping file.
     *
     * @param json its text
     * @return the mapping
     * @throws IllegalArgumentException when it is not a mapping; the message names the wrong member
     */
    public static ContentMapping read(String json) {
        return MappingFile.read(json);
    }

    /** Returns the columns of the host that get a value, in a fixed order. */
    Stream<String> filled() {
        return Stream.of(cells.columns(), cells.owners(), cells.rows()).flatMap(map -> map.keySet().stream());
    }

    /**
     * The source rows that are read.
     *
     * @param table its name as the source spells it; null for the only one, such as that of a file
     * @param id the column that identifies a row; null for {@code _id} or {@code id}
     * @param each a column with a list, of which each element becomes a row; null for none
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
     * @param sequence the sequence that gives the value of the only key column; null where the database or the mapping
     *     gives it
     */
    public record Into(
            String table, List<String> key, @Nullable String sequence) {

        /**
         * Copies the key.
         *
         * @param table as the database spells it
         * @param key the columns that identify a row there
         * @param sequence the sequence that gives the value of the only key column
         */
        public Into {
            key = List.copyOf(key);
        }
    }

    /**
     * The values of the columns, each by the name of the host's column.
     *
     * @param columns the source column whose value is copied; dots lead into a document
     * @param owners the source column with the source id of an account
     * @param rows the source column with the source id of a row of other content
     * @param people the kind of accounts in the ledger, usually {@code users}
     */
    public record Cells(
            Map<String, String> columns, Map<String, String> owners, Map<String, OtherRow> rows, String people) {

        /**
         * Copies the maps.
         *
         * @param columns the source column whose value is copied
         * @param owners the source column with the source id of an account
         * @param rows the source column with the source id of a row of other content
         * @param people the kind of accounts in the ledger
         */
        public Cells {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
            rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        }
    }

    /**
     * A row of other content, which has to be imported first.
     *
     * @param content the name of its mapping
     * @param cell the source column with its source id
     */
    public record OtherRow(String content, String cell) {}
}
