package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.ViolatedKey.plain;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ViolatedKey;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * The columns whose unique keys say that something is taken, by table: identifiers and what the library makes up
 * itself. Any other unique key, such as a primary key whose sequence lags or a column of the host's own, says that the
 * database is not as the host believes.
 *
 * @param byTable the columns of each key as {@link ViolatedKey#plain} writes them, by table as statements write it
 * @param users the table of users
 * @param given the columns of its primary key, which an import may give
 */
record TakenKeys(Map<String, Set<Set<String>>> byTable, String users, Set<String> given) {

    static TakenKeys of(EntityManagerFactory emf, Tables tables) {
        Reader reader = new Reader(emf.unwrap(SessionFactoryImplementor.class));
        HostModel host = tables.host();
        reader.each(host.user(), "emailKey", "phoneKey", "usernameKey");
        // a table that was taken over may hold its old key on the identifier itself
        reader.each(host.user(), "email", "phone", "username");
        reader.each(host.code(), "challengeId", "liveKey");
        reader.each(host.session(), "sessionId");
        reader.together(host.social(), "provider", "providerUserId");
        reader.each(host.legacyLink(), "linkKey");
        reader.each(host.totp(), "enrolmentId", "liveKey");
        reader.each(host.passkey(), "passkeyId", "credentialKey");
        reader.each(host.recoveryCode(), "codeDigest");
        reader.each(host.trustedBrowser(), "browserId", "tokenDigest");
        reader.each(host.challenge(), "challengeDigest");
        reader.each(host.apiKey(), "keyId");
        reader.own(tables.outbox(), "id");
        reader.own(tables.throttle(), "bucket");
        reader.own(tables.imports() + "_run", "run_id");
        reader.own(tables.imports() + "_chunk", "run_id", "part", "chunk_no");
        reader.own(tables.imports() + "_before", "run_id", "link_key");
        reader.own(tables.imports() + "_source", "link_key");
        return new TakenKeys(reader.byTable, reader.table(host.user()), reader.key(host.user()));
    }

    Set<String> tables() {
        return byTable.keySet();
    }

    /**
     * True when a unique key over these columns of that table holds one of the library's own.
     *
     * @param keysGiven whether the statement brought the primary keys of users
     */
    boolean holds(String table, Set<String> columns, boolean keysGiven) {
        return byTable.getOrDefault(table, Set.of()).stream().anyMatch(columns::containsAll)
                || (keysGiven && table.equals(users) && columns.equals(given));
    }

    private static final class Reader {

        private final SessionFactoryImplementor factory;
        private final Map<String, Set<Set<String>>> byTable = new HashMap<>();

        Reader(SessionFactoryImplementor factory) {
            this.factory = factory;
        }

        void each(@Nullable HostEntity<?> entity, String... attributes) {
            Stream.of(attributes).forEach(attribute -> together(entity, attribute));
        }

        void together(@Nullable HostEntity<?> entity, String... attributes) {
            if (entity == null) {
                return;
            }
            List<SelectableMapping> cells = new ArrayList<>();
            for (String attribute : attributes) {
                persister(entity).findAttributeMapping(attribute).forEachSelectable((index, cell) -> cells.add(cell));
            }
            String table = cells.get(0).getContainingTableExpression();
            byTable.computeIfAbsent(table, any -> new HashSet<>())
                    .add(cells.stream()
                            .map(cell -> plain(cell.getSelectionExpression()))
                            .collect(Collectors.toSet()));
        }

        void own(String table, String... columns) {
            byTable.put(table, Set.of(Set.of(columns)));
        }

        Set<String> key(HostEntity<?> entity) {
            Set<String> columns = new HashSet<>();
            persister(entity)
                    .getIdentifierMapping()
                    .forEachSelectable((index, cell) -> columns.add(plain(cell.getSelectionExpression())));
            return columns;
        }

        String table(HostEntity<?> entity) {
            return persister(entity).getMappedTableDetails().getTableName();
        }

        private EntityPersister persister(HostEntity<?> entity) {
            return factory.getMappingMetamodel().getEntityDescriptor(entity.type());
        }
    }
}
