package dev.lockstile.auth.jpa.internal.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.PooledOptimizer;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.persister.entity.SingleTableEntityPersister;

/**
 * What counts the keys of an entity in the database: a sequence, or the column itself. It is only ever moved on.
 *
 * @param kind what it is
 * @param name of the sequence, or of the table
 * @param column of a table that numbers itself
 * @param step how many keys one value of the sequence stands for
 * @param fromBelow a value of the sequence is the last of its keys rather than the first
 */
public record KeySequence(Kind kind, String name, String column, int step, boolean fromBelow) {

    /** So many values more do not overtake a value that is drawn at this moment. */
    private static final int ROOM = 100;

    /** What there is to be moved on. */
    enum Kind {
        /** Keys are not counted: the host gives them, or they are random. */
        NONE,
        /** Keys are counted by something this class does not know. */
        UNKNOWN,
        POSTGRES_SEQUENCE,
        POSTGRES_COLUMN,
        H2_SEQUENCE,
        H2_COLUMN,
        MARIADB_SEQUENCE
    }

    public static KeySequence of(
            SessionFactoryImplementor factory, SingleTableEntityPersister persister, Class<?> idType) {
        Generator generator = persister.getGenerator();
        Dialect dialect = factory.getJdbcServices().getDialect();
        if (!Number.class.isAssignableFrom(idType) || !generator.generatesOnInsert()) {
            return new KeySequence(Kind.NONE, "", "", 1, false);
        }
        if (generator.generatedOnExecution()) {
            String column = persister.getIdentifierColumnNames()[0];
            return new KeySequence(column(dialect), persister.getTableName(), column, 1, false);
        }
        if (generator instanceof SequenceStyleGenerator style
                && style.getDatabaseStructure().isPhysicalSequence()) {
            DatabaseStructure sequence = style.getDatabaseStructure();
            String name = sequence.getPhysicalName() instanceof QualifiedSequenceName qualified
                    ? factory.getSqlStringGenerationContext().format(qualified)
                    : sequence.getPhysicalName().render();
            boolean fromBelow = style.getOptimizer() instanceof PooledOptimizer;
            return new KeySequence(sequence(dialect), name, "", sequence.getIncrementSize(), fromBelow);
        }
        return new KeySequence(Kind.UNKNOWN, "", "", 1, false);
    }

    private static Kind sequence(Dialect dialect) {
        if (dialect instanceof PostgreSQLDialect) {
            return Kind.POSTGRES_SEQUENCE;
        }
        if (dialect instanceof MariaDBDialect) {
            return Kind.MARIADB_SEQUENCE;
        }
        return dialect instanceof H2Dialect ? Kind.H2_SEQUENCE : Kind.UNKNOWN;
    }

    /** MySQL and MariaDB move the counter of a column on by themselves when a row comes with a higher key. */
    private static Kind column(Dialect dialect) {
        if (dialect instanceof PostgreSQLDialect) {
            return Kind.POSTGRES_COLUMN;
        }
        if (dialect instanceof MySQLDialect) {
            return Kind.NONE;
        }
        return dialect instanceof H2Dialect ? Kind.H2_COLUMN : Kind.UNKNOWN;
    }

    /** True when keys that are given are never made once more. */
    public boolean canBeMoved(Rows rows) {
        return switch (kind) {
            case NONE, MARIADB_SEQUENCE -> true;
            case UNKNOWN -> false;
            case POSTGRES_SEQUENCE -> next(rows).isPresent() && may(rows, name, "UPDATE");
            case POSTGRES_COLUMN ->
                next(rows).isPresent() && may(rows, sequence(rows), "UPDATE") && !isAlwaysMade(rows);
            case H2_SEQUENCE -> next(rows).isPresent();
            case H2_COLUMN -> next(rows).isPresent() && !isAlwaysMade(rows);
        };
    }

    /** A column GENERATED ALWAYS refuses every key that is given. */
    private boolean isAlwaysMade(Rows rows) {
        return isAny(
                rows,
                kind == Kind.POSTGRES_COLUMN
                        ? "select 1 from pg_catalog.pg_attribute where attrelid = '" + literal(name)
                                + "'::regclass and attname = '" + literal(folded(column)) + "' and attidentity = 'a'"
                        : "select 1 from" + h2Column() + " and identity_generation = 'ALWAYS'");
    }

    /** Asked first, since a refusal ends the transaction; it may be one in which a host only reads. */
    private static boolean may(Rows rows, String sequence, String what) {
        return isAny(rows, "select 1 where has_sequence_privilege('" + literal(sequence) + "', '" + what + "')");
    }

    private static boolean isAny(Rows rows, String select) {
        return number(rows, select).isPresent();
    }

    /** The lowest key that may be made next; empty where nothing is counted, or the database does not tell. */
    public Optional<Long> lowest(Rows rows) {
        return next(rows).map(value -> fromBelow ? value - step + 1 : value);
    }

    /** Sees to it that no key up to that one is made any more. */
    public void reserveUpTo(Rows rows, long key) {
        long wanted = Math.addExact(key, step);
        if (kind == Kind.MARIADB_SEQUENCE) {
            rows.<Boolean>sql(
                    "select setval(" + name + ", " + wanted + ", 0)", PreparedStatement::execute); // never back
            return;
        }
        next(rows)
                .filter(value -> value < wanted)
                .ifPresent(value -> moveTo(rows, Math.max(wanted, Math.addExact(value, (long) ROOM * step))));
    }

    private void moveTo(Rows rows, long value) {
        String move = switch (kind) {
            case POSTGRES_SEQUENCE, POSTGRES_COLUMN ->
                "select setval('" + literal(sequence(rows)) + "'::regclass, " + value + ", false)";
            case H2_SEQUENCE -> "alter sequence " + name + " restart with " + value;
            case H2_COLUMN -> "alter table " + name + " alter column " + column + " restart with " + value;
            case NONE, UNKNOWN, MARIADB_SEQUENCE -> throw new IllegalStateException("there is nothing to move");
        };
        rows.<Boolean>sql(move, PreparedStatement::execute);
    }

    /** The value that comes next. */
    private Optional<Long> next(Rows rows) {
        return switch (kind) {
            case NONE, UNKNOWN, MARIADB_SEQUENCE -> Optional.empty();
            case POSTGRES_SEQUENCE, POSTGRES_COLUMN -> {
                String sequence = sequence(rows);
                yield sequence.isEmpty() || !may(rows, sequence, "SELECT")
                        ? Optional.empty()
                        : number(rows, drawn(sequence));
            }
            case H2_SEQUENCE ->
                number(
                        rows,
                        "select base_value from information_schema.sequences where " + h2Name("sequence_name", name)
                                + " and " + h2Schema("sequence_schema"));
            case H2_COLUMN -> number(rows, "select identity_base from" + h2Column());
        };
    }

    private String h2Column() {
        return " information_schema.columns where " + h2Name("table_name", name) + " and "
                + h2Name("column_name", column) + " and " + h2Schema("table_schema");
    }

    /** The schema in the name, else the current one. */
    private String h2Schema(String column) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? column + " = current_schema" : h2Name(column, name.substring(0, dot));
    }

    /** As written, in capitals or in lower case. The database's own function folds by the language of the machine. */
    private static String h2Name(String column, String written) {
        String name = literal(bare(written));
        return column + " in ('" + name + "', '" + name.toUpperCase(Locale.ROOT) + "', '"
                + name.toLowerCase(Locale.ROOT) + "')";
    }

    private static String drawn(String sequence) {
        return "select case when s.is_called then s.last_value + p.seqincrement else s.last_value end from " + sequence
                + " s, pg_catalog.pg_sequence p where p.seqrelid = '" + literal(sequence) + "'::regclass";
    }

    /** Empty when the column numbers itself by something else than a sequence of its own. */
    private String sequence(Rows rows) {
        if (kind == Kind.POSTGRES_SEQUENCE) {
            return name;
        }
        String own = "select coalesce(pg_get_serial_sequence('" + literal(name) + "', '" + literal(folded(column))
                + "'), '')";
        return rows.query(own, statement -> {
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getString(1) : "";
            }
        });
    }

    private static Optional<Long> number(Rows rows, String select) {
        return rows.query(select, KeySequence::first);
    }

    private static Optional<Long> first(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            if (!found.next()) {
                return Optional.empty();
            }
            long value = found.getLong(1);
            return found.wasNull() ? Optional.empty() : Optional.of(value);
        }
    }

    /** A name without the quotes and the schema that may be around it. */
    private static String bare(String written) {
        return written.substring(written.lastIndexOf('.') + 1).replace("\"", "").replace("`", "");
    }

    /** As PostgreSQL keeps the name: what is not in quotes is in lower case. */
    private static String folded(String written) {
        return written.startsWith("\"") ? bare(written) : written.toLowerCase(Locale.ROOT);
    }

    private static String literal(String text) {
        return text.replace("'", "''");
    }
}
