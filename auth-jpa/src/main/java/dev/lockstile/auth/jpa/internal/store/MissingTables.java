package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.sql.DatabaseFailure;
import dev.lockstile.auth.jpa.internal.sql.TableNames;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Looks for tables by reading no row of them, which says the same on every database, schemas and search paths included.
 */
public final class MissingTables {

    private static final String FIX = ": run the command 'manage migrate', or"
            + " AuthSchema.builder(dataSource).build().migrate() with the names and the key type of this host";

    private MissingTables() {}

    /**
     * One problem that names all tables which are not there or may not be read; empty when there is none. Where all are
     * there it takes one connection.
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the database does not answer
     */
    public static List<String> among(EntityManagerFactory emf, Collection<String> tables) {
        List<String> missing = tables.isEmpty() || areReadable(emf, tables) ? List.of() : unreadable(emf, tables);
        return missing.isEmpty()
                ? List.of()
                : List.of("tables-missing: no " + String.join(", ", missing) + " in the database" + where(emf) + FIX);
    }

    /** One by one, which a failed statement alone needs. */
    private static List<String> unreadable(EntityManagerFactory emf, Collection<String> tables) {
        return tables.stream()
                .filter(table -> !areReadable(emf, List.of(table)))
                .toList();
    }

    /** Migrations go to the current schema of their connection; Hibernate's setting does not tell them another one. */
    private static String where(EntityManagerFactory emf) {
        String place = TableNames.place(emf);
        return place == null
                ? ""
                : "; Hibernate's default_schema or default_catalog is " + place
                        + ", so migrate over a connection whose current schema is " + place
                        + " (currentSchema of a PostgreSQL address, SCHEMA of an H2 one, the schema of the pool)";
    }

    /** In one statement, and a session of its own, since a failed statement may end the transaction it is in. */
    private static boolean areReadable(EntityManagerFactory emf, Collection<String> tables) {
        String sql = tables.stream()
                .map(table -> "select 1 from " + table + " where 1 = 0")
                .collect(Collectors.joining(" union all "));
        try (Session session = emf.createEntityManager().unwrap(Session.class)) {
            return session.doReturningWork(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet none = statement.executeQuery(sql)) {
                    return !none.next();
                }
            });
        } catch (PersistenceException e) {
            DatabaseFailure kind = DatabaseFailure.of(e);
            if (kind != DatabaseFailure.REFUSED) {
                throw DatabaseFailure.translate(e, kind);
            }
            return false;
        }
    }
}
