package dev.lockstile.auth.cutover.inplace;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminListSource;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The target of an import whose people are in the host's tables already, since the host's entities lie on the tables of
 * the old application (see the command {@code adopt}). Where an import adds a user or a profile, the row of that legacy
 * id gets what only this library keeps: the keys of its identifiers, their proofs, the hash as sign-in reads it,
 * settings, the rights and the role, and the mark of the default profile. Columns that the old application shares are
 * not written, but for three: an account that the old application refuses by a column of another name, such as {@code
 * banned}, is inactive afterwards, an identifier that the row lacks is filled in, and the time of joining becomes the
 * one of the old application where that is earlier. Devices and social accounts are left as they are. Where the old
 * application kept people in a second table, those who are not in the host's table get a row there.
 *
 * <p>The ledger is written in the same transaction, so that a second run changes nothing, and so is what the changed
 * columns held before: a rollback through this store restores them. For an import only: which row is written is told by
 * its entry in the ledger, which an import adds in the same transaction. Not safe for use by many threads.
 */
public final class InPlaceStore implements AuthStore, AdminListSource {

    private final EntityManagerFactory entities;
    private final JpaAuthStore store;
    private final EntityNames names;
    private final InPlaceRows rows;
    private final String home;
    private @Nullable EntityManager current;

    private InPlaceStore(EntityManagerFactory entities, String home) {
        this.entities = entities;
        this.home = home;
        this.store = JpaAuthStore.builder(entities).joining(() -> current).build();
        this.names = EntityNames.of(entities);
        this.rows = InPlaceRows.of(names);
    }

    /**
     * {@return a store on the entities of this persistence unit}
     *
     * @param entities of the host's persistence unit, on the adopted tables
     */
    public static InPlaceStore on(EntityManagerFactory entities) {
        return on(entities, Entity.USERS);
    }

    /**
     * {@return a store on the entities of this persistence unit, of an old application with more than one table of
     * people}
     *
     * @param entities of the host's persistence unit, on the adopted tables
     * @param home what the preset calls the rows of the table that the host's users lie on, such as {@code fu_users}
     */
    public static InPlaceStore on(EntityManagerFactory entities, Entity home) {
        return new InPlaceStore(entities, home.text());
    }

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        return alone(work);
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        try (EntityManager manager = entities.createEntityManager()) {
            current = manager;
            manager.getTransaction().begin();
            try {
                R result = store.join(tx -> inPlace(manager, tx, work));
                manager.getTransaction().commit();
                return result;
            } finally {
                current = null;
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
            }
        }
    }

    private <R extends @Nullable Object> R inPlace(EntityManager manager, AuthTx tx, Work<R> work) {
        TrackedRows tracked = new TrackedRows(manager, names, store);
        InPlaceTx adopting = new InPlaceTx(tx, store, rows.in(manager), tracked, home);
        return work.run(adopting.asTx());
    }

    @Override
    public <R extends @Nullable Object> R read(Work<R> work) {
        return store.read(work);
    }

    @Override
    public boolean holdsConnection() {
        return store.holdsConnection();
    }

    @Override
    public boolean isMapped(Class<?> entity) {
        return store.isMapped(entity);
    }

    @Override
    public Optional<UserId> userId(String text) {
        return store.userId(text);
    }

    @Override
    public Optional<ProfileId> profileId(String text) {
        return store.profileId(text);
    }

    @Override
    public List<String> hostColumnProblems(List<HostColumn> columns) {
        return store.hostColumnProblems(columns);
    }

    @Override
    public AdminLists adminLists(IdentifierRules rules) {
        return store.adminLists(rules);
    }
}
