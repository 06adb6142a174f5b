package dev.lockstile.auth.schema.internal.step;

import dev.lockstile.auth.schema.changelog.BaselineWords;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something of another application: made on an empty database, left alone where it is there. */
public sealed interface BaselineStep extends Step {

    /**
     * A column that the other application has got since the takeover.
     *
     * @param table the name of its table
     * @param column as it was found
     * @param defaultValue as each database writes it; null for none
     * @param dbms which kind of database it was found on, as Liquibase names it
     * @param definition the statements that add it there just so; empty where the words for all serve
     */
    record Column(
            String table, ColumnShape column, @Nullable SqlType defaultValue, String dbms, List<String> definition)
            implements BaselineStep {

        /**
         * Copies the list.
         *
         * @param table the name of its table
         * @param column as it was found
         * @param defaultValue as each database writes it; null for none
         * @param dbms which kind of database it was found on, as Liquibase names it
         * @param definition the statements that add it there just so
         */
        public Column {
            definition = List.copyOf(definition);
        }

        @Override
        public String words() {
            return "column " + table + "." + column.name() + BaselineWords.FOUND;
        }
    }

    /**
     * A sequence of another application's keys: made on an empty database, left alone where it is there.
     *
     * @param sequence as it was found
     */
    record Sequence(SequenceShape sequence) implements BaselineStep {
        @Override
        public String words() {
            return "sequence " + sequence.name() + BaselineWords.FOUND;
        }
    }

    /**
     * A table of another application as it is: made on an empty database, left alone where it is there.
     *
     * @param table as it was found
     * @param defaults of its columns by their names, in each database's words
     * @param place which database it was found in
     * @param beside the tables that were there and stay out
     * @param dbms which kind of database that is, as Liquibase names it
     * @param definition the statements that make it there just so; the other kinds have words of their own
     */
    record Table(
            TableShape table,
            Map<String, SqlType> defaults,
            String place,
            Set<String> beside,
            String dbms,
            List<String> definition)
            implements BaselineStep {

        /**
         * Copies the map, the set and the list.
         *
         * @param table as it was found
         * @param defaults of its columns by their names
         * @param place which database it was found in
         * @param beside the tables that were there and stay out
         * @param dbms which kind of database that is, as Liquibase names it
         * @param definition the statements that make it there just so
         */
        public Table {
            definition = List.copyOf(definition);
            defaults = Map.copyOf(defaults);
            beside = Set.copyOf(beside);
        }

        @Override
        public String words() {
            return "table " + table.name() + BaselineWords.FOUND;
        }
    }
}
