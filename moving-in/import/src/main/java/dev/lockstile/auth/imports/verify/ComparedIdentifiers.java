package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.RequestedIdentifier;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the identifiers of a user in source and target: the value, the owner, the time of proof. An identifier that
 * the user does not own has to be owned by another account of the target, or kept by a run for a row in quarantine.
 *
 * @param old the source row
 * @param stored the identifiers of the account in the target
 * @param sides how source and target are compared
 * @param elsewhere returns true when an account of the target owns the identifier, or a run keeps it for another row
 */
record ComparedIdentifiers(
        UserDraft old,
        List<IdentifierAssignment> stored,
        SourceAndTarget sides,
        Predicate<WantedIdentifier> elsewhere) {

    void compare(Comparison comparison) {
        for (IdentifierKind kind : IdentifierKind.values()) {
            IdentifierAssignment now = stored.stream()
                    .filter(claim -> claim.identifier().kind() == kind)
                    .findFirst()
                    .orElse(null);
            compare(kind, now, comparison);
        }
    }

    private void compare(IdentifierKind kind, @Nullable IdentifierAssignment now, Comparison comparison) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        List<WantedIdentifier> wanted =
                old.identifiers().stream().filter(one -> mayBecome(one, kind)).toList();
        WantedIdentifier same = wanted.stream()
                .filter(one -> now != null && isSame(one, now))
                .findFirst()
                .orElse(null);
        if (!sides.inPlace() && !staysOwned(wanted, now)) {
            value(name, wanted, same, now, comparison);
        }
        if (now != null) {
            key(name, same, now, comparison);
        }
        if (now != null && same != null && kind != IdentifierKind.USERNAME) {
            proof(name, same, now, comparison);
        }
    }

    /**
     * Returns true when the target may store the identifier as one of that kind. A source e-mail without {@code @} is a
     * user name there, or text of an e-mail.
     */
    private static boolean mayBecome(WantedIdentifier wanted, IdentifierKind kind) {
        boolean either = wanted.requested() == RequestedIdentifier.OWN_IF_FREE && kind == IdentifierKind.EMAIL;
        return either || wanted.identifier().kind() == kind;
    }

    private boolean isSame(WantedIdentifier wanted, IdentifierAssignment now) {
        String value = now.identifier().value();
        return wanted.identifier().value().equals(value) || (sides.inPlace() && isMeant(wanted, now));
    }

    /**
     * After an import in place the column may have the identifier in any form, and its key shows as which one it was
     * read.
     */
    private boolean isMeant(WantedIdentifier wanted, IdentifierAssignment now) {
        String key = wanted.identifier().key();
        return (now.owned() && now.identifier().key().equals(key))
                || sides.canonical(now.identifier().kind(), now.identifier().value())
                        .filter(one -> one.key().equals(key))
                        .isPresent();
    }

    /**
     * Returns true for an identifier that the account owns and the source has as text alone: an update does not remove
     * it.
     */
    private static boolean staysOwned(List<WantedIdentifier> wanted, @Nullable IdentifierAssignment now) {
        return now != null
                && now.owned()
                && !wanted.isEmpty()
                && wanted.stream().noneMatch(WantedIdentifier::isSignInName);
    }

    private void value(
            String name,
            List<WantedIdentifier> wanted,
            @Nullable WantedIdentifier same,
            @Nullable IdentifierAssignment now,
            Comparison comparison) {
        String value = now == null ? null : now.identifier().value();
        boolean certain = wanted.stream().anyMatch(one -> one.requested() != RequestedIdentifier.OWN_IF_FREE);
        if (same != null) {
            comparison.field(name, value, value);
        } else if (certain) {
            comparison.field(name, wanted.get(0).identifier().value(), value);
        } else if (now != null && wanted.isEmpty()) {
            comparison.field(name, null, value, sides.mayBeFilled());
        } else if (now != null) {
            comparison.field(name, wanted.get(0).identifier().value(), value);
        }
    }

    /**
     * Compares the key, which is that of the value; a deleted user has none. An identifier that the account does not
     * own has to be another account's.
     */
    private void key(String name, @Nullable WantedIdentifier same, IdentifierAssignment now, Comparison comparison) {
        String key = now.owned() ? now.identifier().key() : null;
        if (key != null && key.isEmpty()) {
            return; // the row was read without its keys
        }
        if (!old.isLive() || now.owned()) {
            comparison.field(name + "_key", old.isLive() ? canonicalKey(same, now) : null, key);
        } else if (same != null && isOwnable(same) && !sides.mayBeFilled() && !elsewhere.test(same)) {
            comparison.breach(name + "_key", "no account owns it");
        }
    }

    private @Nullable String canonicalKey(@Nullable WantedIdentifier same, IdentifierAssignment now) {
        if (sides.inPlace() && same != null && same.isSignInName()) {
            return same.identifier().key();
        }
        return sides.canonical(now.identifier().kind(), now.identifier().value())
                .map(Identifier::key)
                .orElse(null);
    }

    private boolean isOwnable(WantedIdentifier wanted) {
        boolean unadmittedName = wanted.identifier().kind() == IdentifierKind.USERNAME
                && !old.trust().admitted();
        return wanted.requested() == RequestedIdentifier.OWN && wanted.unlessEmailKey() == null && !unadmittedName;
    }

    /**
     * Compares the proof. An identifier that the source system had proven counts as proven since the account's
     * creation.
     */
    private void proof(String name, WantedIdentifier wanted, IdentifierAssignment now, Comparison comparison) {
        boolean trusted = (sides.provesChanges() && wanted.marked())
                || now.verifiedAt() != null
                || !old.trust().admitted();
        boolean proven = wanted.isProven() && trusted && (now.owned() || !old.isLive());
        Instant createdAt = old.times().createdAt();
        if (proven && sides.isMadeUp(createdAt)) {
            comparison.field(name + "_verified_at", true, now.verifiedAt() != null);
        } else {
            comparison.field(name + "_verified_at", proven ? createdAt : null, now.verifiedAt());
        }
    }
}
