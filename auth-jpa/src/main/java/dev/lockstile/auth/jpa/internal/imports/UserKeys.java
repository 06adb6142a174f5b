package dev.lockstile.auth.jpa.internal.imports;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.BulkInsert;
import dev.lockstile.auth.jpa.internal.sql.GivenKeyException;
import dev.lockstile.auth.jpa.internal.sql.KeySequence;
import dev.lockstile.auth.jpa.internal.sql.PlainInsert;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.UserId;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Users under keys that are given, and what makes the keys of all others. */
record UserKeys(Rows rows, HostModel host) {

    /** Only where the row needs nothing but an INSERT, and what makes keys can be moved on. */
    boolean areTaken() {
        return rows.own()
                && plain().filter(plain -> counter(plain).canBeMoved(rows)).isPresent();
    }

    void insert(List<UserId> keys, List<AbstractUser> users) {
        rows.requireWriting();
        PlainInsert plain = plain().filter(insert -> users.stream().allMatch(insert::holds))
                .orElseThrow(() -> new UnsupportedOperationException("rows of "
                        + host.user().name() + " are more than an INSERT: they cannot come under keys that are given"));
        if (!users.isEmpty()) {
            try {
                new BulkInsert(rows, plain)
                        .insert(keys.stream().map(UserId::key).toList(), users);
            } catch (PersistenceException e) {
                throw new GivenKeyException(e);
            }
            rows.session().clear();
        }
    }

    void reserveUpTo(@Nullable UserId highest) {
        rows.requireWriting();
        Optional<KeySequence> counter = plain().map(this::counter);
        Stream.concat(number(highest == null ? null : highest.key()).stream(), highestInUse().stream())
                .max(Long::compare)
                .filter(key -> key > 0)
                .ifPresent(key -> counter.ifPresent(found -> found.reserveUpTo(rows, key)));
    }

    boolean areMadeTwice() {
        Optional<Long> highest = highestInUse();
        return highest.isPresent()
                && plain().flatMap(plain -> counter(plain).lowest(rows))
                        .filter(next -> next <= highest.get())
                        .isPresent();
    }

    private Optional<Long> highestInUse() {
        if (!Number.class.isAssignableFrom(host.user().idType())) {
            return Optional.empty();
        }
        String id = host.user().id("u");
        return rows
                .select("select " + id + ", " + id + " from " + host.user().name() + " u order by " + id + " desc")
                .setMaxResults(1)
                .getResultList()
                .stream()
                .flatMap(row -> number(row[0]).stream())
                .findFirst();
    }

    private static Optional<Long> number(@Nullable Object key) {
        return key instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    private Optional<PlainInsert> plain() {
        SharedSessionContractImplementor session = rows.session().unwrap(SharedSessionContractImplementor.class);
        return PlainInsert.underGivenKeys(session, host.user().type())
                .filter(plain -> PlainInsert.isUnheard(session, host.user().type()));
    }

    private KeySequence counter(PlainInsert plain) {
        SharedSessionContractImplementor session = rows.session().unwrap(SharedSessionContractImplementor.class);
        return KeySequence.of(
                session.getFactory(), plain.persister(), host.user().idType());
    }
}
