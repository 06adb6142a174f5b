package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.changelog.BaselineWords;
import dev.lockstile.auth.schema.shape.ColumnShape;
import dev.lockstile.auth.schema.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.shape.IndexShape;
import dev.lockstile.auth.schema.shape.SequenceShape;
import dev.lockstile.auth.schema.shape.SqlType;
import dev.lockstile.auth.schema.shape.TableShape;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing to change, in the words of the change file. */
public sealed interface Step {

    /** A few words for people. */
    String words();

    /** A sequence that some entity numbers its rows by. */
    record CreateSequence(SequenceShape sequence) implements Step {
        @Override
        public String words() {
            return "create sequence " + sequence.name();
        }
    }

    /** A table with its key, its single unique columns and its foreign keys. */
    record CreateTable(TableShape table) implements Step {
        @Override
        public String words() {
            return "create table " + table.name();
        }
    }

    /** A table that keeps its rows under another name; asked for by name, never guessed. */
    record RenameTable(String table, String to) implements Step {
        @Override
        public String words() {
            return "rename table " + table + " to " + to;
        }
    }

    /** A column that keeps its values under another name; asked for by name, never guessed. */
    record RenameColumn(String table, ColumnShape column, String to) implements Step {
        @Override
        public String words() {
            return "rename column " + table + "." + column.name() + " to " + to;
        }
    }

    /** A column on a table that may have rows. One that may not be null has a default. */
    record AddColumn(String table, ColumnShape column) implements Step {
        @Override
        public String words() {
            return "add column " + table + "." + column.name();
        }
    }

    /** Another type, wider unless the host asked for it in so many words. */
    record ChangeType(String table, ColumnShape from, ColumnShape to) implements Step {
        @Override
        public String words() {
            return "change " + table + "." + to.name() + " from " + from.type() + " to " + to.type();
        }
    }

    /** From now on never null. {@code fill} is what rows without a value get first, or null. */
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

    /** From now on it may be null. */
    record Relax(String table, ColumnShape column) implements Step {
        @Override
        public String words() {
            return "allow null in " + table + "." + column.name();
        }
    }

    /** A default for rows of an application that does not know the column. */
    record SetDefault(String table, ColumnShape column) implements Step {
        @Override
        public String words() {
            return "default of " + table + "." + column.name();
        }
    }

    /** Values from the row itself, in small batches, where there is none yet. */
    record Fill(String table, String column, String key, String value) implements Step {
        @Override
        public String words() {
            return "fill " + table + "." + column;
        }
    }

    /** An index or unique constraint; {@code fresh} on a table that the same file creates. */
    record AddIndex(String table, IndexShape index, boolean fresh) implements Step {
        @Override
        public String words() {
            return (index.unique() ? "unique " : "index ") + table + index.columns();
        }
    }

    /** A foreign key on a table that is there already. */
    record AddForeignKey(String table, ForeignKeyShape key) implements Step {
        @Override
        public String words() {
            return "reference " + table + key.columns() + " to " + key.target();
        }
    }

    /** A column goes with its values; only when the host named it. */
    record DropColumn(String table, ColumnShape column) implements Step {
        @Override
        public String words() {
            return "drop column " + table + "." + column.name();
        }
    }

    /** A table goes with its rows; only when the host named it. */
    record DropTable(TableShape table) implements Step {
        @Override
        public String words() {
            return "drop table " + table.name();
        }
    }

    /** A column that the other application has got since the takeover. */
    record BaselineColumn(
            String table, ColumnShape column, @Nullable SqlType defaultValue) implements Step {
        @Override
        public String words() {
            return "column " + table + "." + column.name() + BaselineWords.FOUND;
        }
    }

    /** A sequence of another application's keys: made on an empty database, left alone where it is there. */
    record BaselineSequence(SequenceShape sequence) implements Step {
        @Override
        public String words() {
            return "sequence " + sequence.name() + BaselineWords.FOUND;
        }
    }

    /**
     * A table of another application as it is: made on an empty database, left alone where it is there.
     *
     * @param defaults of its columns by their names, in each database's words
     * @param place which database it was found in
     * @param beside the tables that were there and stay out
     */
    record Baseline(TableShape table, Map<String, SqlType> defaults, String place, Set<String> beside) implements Step {

        public Baseline {
            defaults = Map.copyOf(defaults);
            beside = Set.copyOf(beside);
        }

        @Override
        public String words() {
            return "table " + table.name() + BaselineWords.FOUND;
        }
    }
}
