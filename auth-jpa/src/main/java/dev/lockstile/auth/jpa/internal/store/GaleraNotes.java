package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.model.AbstractTimestamped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.persister.entity.EntityPersister;

/** What shows only once two nodes of a Galera cluster are written: a sentence each. */
final class GaleraNotes {

    private static final String SEQUENCES = "keys come from sequences, and two nodes of a Galera cluster give the same"
            + " number when both are written: use GenerationType.IDENTITY or UUID keys, or let every host write to one"
            + " node (docs/scale.md, A Galera cluster)";

    private GaleraNotes() {}

    /** Empty on other databases, on a single MariaDB server, and where no key of the library's comes from a sequence. */
    static List<String> of(Connection connection, SessionFactoryImplementor factory) throws SQLException {
        return hasSequences(factory) && isCluster(connection) ? List.of(SEQUENCES) : List.of();
    }

    private static boolean hasSequences(SessionFactoryImplementor factory) {
        return factory.getMappingMetamodel()
                .streamEntityDescriptors()
                .filter(entity -> AbstractTimestamped.class.isAssignableFrom(entity.getMappedClass()))
                .map(EntityPersister::getGenerator)
                .anyMatch(SequenceStyleGenerator.class::isInstance);
    }

    private static boolean isCluster(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (!product.equals("mariadb") && !product.equals("mysql")) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("show global variables like 'wsrep_on'")) {
            return found.next() && found.getString(2).equals("ON");
        }
    }
}
