package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNotNull;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of users and the keys that say who owns them, in a transaction.
 *
 * <p>Another application that marks a row as deleted leaves its keys where they are. Such a key goes to the account
 * that takes the identifier in the same transaction.
 */
final class UserIdentifierRows {

    private final Rows rows;
    private final HostEntity<AbstractUser> user;
    private final Map<String, UserId> heldByDeleted = new HashMap<>();

    UserIdentifierRows(Rows rows, HostEntity<AbstractUser> user) {
        this.rows = rows;
        this.user = user;
    }

    void rememberDeleted(String key, UserId holder) {
        heldByDeleted.put(key, holder);
    }

    /** Takes the key from a row that was marked as deleted with its keys. */
    void free(Identifier identifier) {
        UserId holder = heldByDeleted.remove(identifier.key());
        if (holder != null) {
            String key = keyOf(identifier.kind());
            rows.update(user)
                    .whereKey(holder.key())
                    .clear(key)
                    .where(is(key, identifier.key()), isNotNull("deletedAt"))
                    .run();
        }
    }

    boolean claim(ConditionalUpdate update, Identifier identifier, Instant verifiedAt) {
        free(identifier);
        IdentifierKind kind = identifier.kind();
        update.set(nameOf(kind), identifier.value()).set(keyOf(kind), identifier.key());
        if (kind != IdentifierKind.USERNAME) {
            update.set(proofOf(kind), verifiedAt);
        }
        return update.runOnOne();
    }

    static boolean disown(
            ConditionalUpdate present, UserId id, IdentifierKind kind, String key, @Nullable String value) {
        ConditionalUpdate update = present.where(is(keyOf(kind), key), is(nameOf(kind), value));
        if (kind == IdentifierKind.USERNAME) {
            return update.clear(keyOf(kind)).runOnOne();
        }
        return update.setWhereEmpty(proofOf(kind), keyOf(kind), IdentifierKeys.ofNobody(id))
                .clear(proofOf(kind))
                .runOnOne();
    }

    static String keyOf(IdentifierKind kind) {
        return nameOf(kind) + "Key";
    }

    private static String proofOf(IdentifierKind kind) {
        return nameOf(kind) + "VerifiedAt";
    }

    private static String nameOf(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> "email";
            case PHONE -> "phone";
            case USERNAME -> "username";
        };
    }
}
