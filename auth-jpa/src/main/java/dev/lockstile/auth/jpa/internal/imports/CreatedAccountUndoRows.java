package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.imports.WrittenRowStore.ImportedAccount;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes back users who came with a run of an import, as long as the account is unused. */
record CreatedAccountUndoRows(Rows rows, HostModel host, HostEntity<AbstractLegacyLink> link) {

    boolean takeBack(ImportedAccount imported) {
        if (!hold(imported) || hasBeenIn(imported.user()) || owned().anyMatch(part -> isTouched(part, imported))) {
            return false;
        }
        Stream.concat(owned(), factors())
                .forEach(part -> rows.update("delete from " + part.name() + " x where "
                                + host.user().id("x.user") + " = :user")
                        .setParameter("user", imported.user().key())
                        .executeUpdate());
        return rows.update("delete from " + host.user().name() + " x where "
                                + host.user().id("x") + " = :id")
                        .setParameter("id", imported.user().key())
                        .executeUpdate()
                == 1;
    }

    /** The conditional update that decides: a sign-in at this moment waits, and then finds no account. */
    private boolean hold(ImportedAccount imported) {
        return rows.update(host.user().update("x.active = x.active")
                                + host.user().id("x") + " = :id and x.modifiedAt = :written")
                        .setParameter("id", imported.user().key())
                        .setParameter("written", micros(imported.writtenAt()))
                        .executeUpdate()
                == 1;
    }

    private boolean hasBeenIn(UserId user) {
        return any(
                        "select s.sessionId, s.sessionId from " + host.session().name() + " s where "
                                + host.user().id("s.user") + " = :user",
                        user.key())
                || any(
                        "select c.challengeId, c.challengeId from "
                                + host.code().name() + " c where c.userRef = :user",
                        user.toString());
    }

    private boolean any(String select, Object user) {
        return !rows.select(select)
                .setParameter("user", user)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Stream<HostEntity<?>> owned() {
        return Stream.<@Nullable HostEntity<?>>of(host.profile(), host.device(), host.social())
                .flatMap(Stream::ofNullable);
    }

    /** These are not changed without a session, which is looked for. */
    private Stream<HostEntity<?>> factors() {
        return Stream.<@Nullable HostEntity<?>>of(
                        host.totp(),
                        host.passkey(),
                        host.recoveryCode(),
                        host.trustedBrowser(),
                        host.apiKey(),
                        host.formerPassword())
                .flatMap(Stream::ofNullable);
    }

    /** A row as new as the run is one of this house, unless the ledger says that it came with that very time. */
    private boolean isTouched(HostEntity<?> part, ImportedAccount imported) {
        List<Object[]> newer = rows.select("select " + part.id("x") + ", x.modifiedAt from " + part.name() + " x where "
                        + host.user().id("x.user") + " = :user and x.modifiedAt >= :since")
                .setParameter("user", imported.user().key())
                .setParameter("since", micros(imported.since()))
                .getResultList();
        return newer.stream().anyMatch(row -> !cameSo(part, row, imported));
    }

    private boolean cameSo(HostEntity<?> part, @Nullable Object[] row, ImportedAccount imported) {
        Object named = part == host.social() ? imported.user().key() : row[0];
        return !rows.select("select l.linkKey, l.runId from " + link.name() + " l where l.runId = :run"
                        + " and l.localRef = :ref and l.localModifiedAt = :written")
                .setParameter("run", imported.runId())
                .setParameter("ref", String.valueOf(named))
                .setParameter("written", (Instant) row[1])
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
