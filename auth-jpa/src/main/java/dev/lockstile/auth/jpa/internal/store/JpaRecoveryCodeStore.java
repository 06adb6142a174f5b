package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RecoveryCodeStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recovery codes in a transaction: every verb one statement, but {@link #replace}, which is two. */
record JpaRecoveryCodeStore(Rows rows, HostModel host) implements RecoveryCodeStore {

    @Override
    public boolean isMapped() {
        return host.recoveryCode() != null;
    }

    @Override
    public void replace(UserId user, String setId, List<String> digests, Instant now) {
        endAll(user, now);
        rows.insertAll(
                digests.stream().map(digest -> row(user, setId, digest, now)).toList());
    }

    private AbstractRecoveryCode<AbstractUser> row(UserId user, String setId, String digest, Instant now) {
        AbstractRecoveryCode<AbstractUser> row = code().create();
        row.belongTo(rows.reference(host.user(), user.key()));
        row.issue(setId, digest);
        row.touch(now);
        return row;
    }

    @Override
    public boolean use(UserId user, String digest, Instant now) {
        return current(user, now)
                .set("usedAt", now)
                .where(is("codeDigest", digest), isNull("usedAt"))
                .runOnOne();
    }

    @Override
    public Optional<RecoveryCodeSet> left(UserId user) {
        HostEntity<AbstractRecoveryCode<AbstractUser>> code = host.recoveryCode();
        if (code == null) {
            return Optional.empty();
        }
        ProjectedRow found = new ProjectedRow(
                rows.select("select sum(case when c.usedAt is null then 1 else 0 end), max(c.createdAt) from "
                                + code.name() + " c where " + host.user().id("c.user")
                                + " = :user and c.endedAt is null and c.deletedAt is null")
                        .setParameter("user", user.key())
                        .getSingleResult(),
                0);
        Number left = found.optional(Number.class);
        return left == null
                ? Optional.empty()
                : Optional.of(new RecoveryCodeSet(left.intValue(), found.requiredInstant()));
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return host.recoveryCode() == null
                ? 0
                : current(user, now).set("endedAt", now).run();
    }

    /** The set that has not ended, used codes included. */
    private ConditionalUpdate current(UserId user, Instant now) {
        return rows.update(code())
                .set("modifiedAt", now)
                .where(is(host.user().id("user"), user.key()))
                .where(isNull("endedAt"), isNull("deletedAt"));
    }

    private HostEntity<AbstractRecoveryCode<AbstractUser>> code() {
        HostEntity<AbstractRecoveryCode<AbstractUser>> code = host.recoveryCode();
        if (code == null) {
            throw new IllegalStateException("the host keeps no recovery codes: no entity extends AbstractRecoveryCode");
        }
        return code;
    }
}
