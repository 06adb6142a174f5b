package dev.lockstile.auth.schema.internal.step;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to change, in the words of the change file. */
public sealed interface Step
        permits BaselineStep,
                Step.CreateSequence,
                Step.CreateTable,
                Step.RenameTable,
                Step.RenameColumn,
                Step.AddColumn,
                Step.ChangeType,
                Step.Require,
                Step.Relax,
                Step.SetDefault,
                Step.Fill,
                Step.AddIndex,
                Step.AddForeignKey,
                Step.DropColumn,
                Step.DropTable {

    /** {@return a few words for people} */
    String words();

    /**
     * A sequence that some entity numbers its rows by.
     *
     * @param sequence its name, start and step
     */
    record CreateSequence(SequenceShape sequence) implements Step {
        @Override
        public String words() {
            return "create sequence " + sequence.name();
        }
    }

    /**
     * A table with its key, its single unique columns and its foreign keys.
     *
     * @param table as the entities want it
     */
    record CreateTable(TableShape table) implements Step {
        @Override
        public String words() {
            return "create table " + table.name();
        }
    }

    /**
     * A table that keeps its rows under another name; asked for by name, never guessed.
     *
     * @param table the name it has
     * @param to the name it gets
     */
    record RenameTable(String table, String to) implements Step {
        @Override
        public String words() {
            return "rename table " + table + " to " + to;
        }
    }

    /**
     * A column that keeps its values under another name; asked for by name, never guessed.
     *
     * @param table the name of its table
     * @param column under the name it has
     * @param to the column that takes its values
     * @param key the columns of the table's key, separated by commas
     */
    record RenameColumn(String table, ColumnShape column, ColumnShape to, String key) implements Step {
        @Override
        public String words() {
            return "rename column " + table + "." + column.name() + " to " + to.name();
        }

        /** {@return whether it is a part of the key, which no second column can stand beside} */
        public boolean isKey() {
            return column.identity() || List.of(key.split(",")).contains(column.name());
        }
    }

    /**
     * A column on a table that may have rows. One that may not be null has a default.
     *
     * @param table the name of its table
     * @param column its type, default and whether it may be null
     */
    record AddColumn(String table, ColumnShape column) implements Step {
        @Override
        public String words() {
            return "add column " + table + "." + column.name();
        }
    }

    /**
     * Another type, wider unless the host asked for it in so many words.
     *
     * @param table the name of its table
     * @param from what the changelog leads to
     * @param to what the entities want
     * @param rewrites whether every row is written anew
     */
    record ChangeType(String table, ColumnShape from, ColumnShape to, boolean rewrites) implements Step {
        @Override
        public String words() {
            return "change " + table + "." + to.name() + " from " + from.type() + " to " + to.type();
        }
    }

    /**
     * From now on never null. {@code fill} is what rows without a value get first, or null.
     *
     * @param table the name of its table
     * @param column as it is to be
     * @param key the columns of the table's key, separated by commas
     * @param fill SQL for rows without a value; null to fill nothing
     */
    record Require(
            String table,
            ColumnShape column,
            String key,
            @Nullable String fill) implements Step {
        @Override
        public String words() {
            return "require " + table + "." + column.name();
        }
    }

    /**
     * From now on it may be null.
     *
     * @param table the name of its table
     * @param column as it is to be
     */
    record Relax(String table, ColumnShape column) implements Step {
        @Override
        public String words() {
            return "allow null in " + table + "." + column.name();
        }
    }

    /**
     * A default for rows of an application that does not know the column.
     *
     * @param table the name of its table
     * @param column that gets it
     * @param value as each database writes it
     */
    record SetDefault(String table, ColumnShape column, SqlType value) implements Step {

        /**
         * A default that all databases write the same.
         *
         * @param table the name of its table
         * @param column with its default
         */
        public SetDefault(String table, ColumnShape column) {
            this(table, column, SqlType.same(String.valueOf(column.defaultValue())));
        }

        @Override
        public String words() {
            return "default of " + table + "." + column.name();
        }
    }

    /**
     * Values from the row itself, in small batches, where there is none yet.
     *
     * @param table the name of its table
     * @param column its name
     * @param key the columns of the table's key, separated by commas
     * @param value SQL over the row
     */
    record Fill(String table, String column, String key, String value) implements Step {
        @Override
        public String words() {
            return "fill " + table + "." + column;
        }
    }

    /**
     * An index or unique constraint; {@code fresh} on a table that the same file creates.
     *
     * @param table the name of its table
     * @param index its name and columns
     * @param fresh whether the same file creates the table
     */
    record AddIndex(String table, IndexShape index, boolean fresh) implements Step {
        @Override
        public String words() {
            return (index.unique() ? "unique " : "index ") + table + index.columns();
        }
    }

    /**
     * A foreign key on a table that is there already.
     *
     * @param table the name of its table
     * @param key its columns and what they refer to
     */
    record AddForeignKey(String table, ForeignKeyShape key) implements Step {
        @Override
        public String words() {
            return "reference " + table + key.columns() + " to " + key.target();
        }
    }

    /**
     * A column goes with its values; only when the host named it.
     *
     * @param table the name of its table
     * @param column as it was
     * @param copied whether triggers keep it equal to the column that took its place
     */
    record DropColumn(String table, ColumnShape column, boolean copied) implements Step {
        @Override
        public String words() {
            return "drop column " + table + "." + column.name();
        }
    }

    /**
     * A table goes with its rows; only when the host named it.
     *
     * @param table as it was
     */
    record DropTable(TableShape table) implements Step {
        @Override
        public String words() {
            return "drop table " + table.name();
        }
    }
}
