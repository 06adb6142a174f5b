package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.util.List;
import java.util.Optional;

/**
 * Compares the second factors of a person in source and target. Secrets are decrypted with the host's keys, and never
 * reported.
 */
record ComparedFactors(ComparedPeople target, ComparedPeople.Question question, ComparisonCounts counts) {

    void compare(PersonDraft person, String user) {
        person.factors().forEach(draft -> compare(draft, person, user));
        Origin lock = TargetSnapshot.lockOf(person.user().origin());
        if (!person.factors().isEmpty() && entry(lock).isPresent()) {
            totp(lock, user).ifPresent(state -> counts.add(counts.compare(lock)));
        }
    }

    private void compare(FactorDraft draft, PersonDraft person, String user) {
        Optional<LegacyLinkInfo> entry = entry(draft.origin());
        if (entry.isEmpty()) {
            counts.count(draft.origin(), VerifiedRows.NOT_IN_TARGET);
        } else if (!entry.get().origin().fingerprint().equals(draft.origin().fingerprint())) {
            counts.count(draft.origin(), VerifiedRows.CHANGED_AT_SOURCE);
        } else if (draft.factor() instanceof ImportedFactor.Totp old) {
            totp(draft.origin(), user).ifPresent(state -> compare(draft, old, state, user));
        } else if (draft.factor() instanceof ImportedFactor.Passkey old) {
            passkey(draft, old, user);
        } else {
            codes(draft, person, user);
        }
    }

    private void passkey(FactorDraft draft, ImportedFactor.Passkey old, String user) {
        String id = draft.origin().keyIn(question.ledger());
        Optional<PasskeyState> state = target.factors().passkeys().getOrDefault(user, List.of()).stream()
                .filter(passkey -> passkey.passkeyId().equals(id))
                .findFirst();
        if (state.isEmpty()) {
            absent(draft.origin(), user);
            return;
        }
        PasskeyState.Key key = state.get().key();
        Comparison comparison = counts.compare(draft.origin());
        comparison.field("credential_id", old.key().credentialId(), key.credentialId());
        comparison.field("user_handle", old.key().userHandle(), key.userHandle());
        comparison.field("public_key", old.key().publicKey(), key.publicKey());
        counts.add(comparison);
    }

    /**
     * Returns the application that was imported from that row; where there is none any more, counts the outcome of the
     * row.
     */
    private Optional<TotpState> totp(Origin origin, String user) {
        Optional<TotpState> state = Optional.ofNullable(target.factors().totps().get(user))
                .filter(totp -> totp.enrolmentId().equals(origin.keyIn(question.ledger())));
        if (state.isEmpty()) {
            absent(origin, user);
        }
        return state;
    }

    private void compare(FactorDraft draft, ImportedFactor.Totp old, TotpState state, String user) {
        if (state.lastStep() < old.lastStep()) {
            counts.count(draft.origin(), VerifiedRows.CHANGED_AT_SOURCE);
            return;
        }
        Comparison comparison = counts.compare(draft.origin());
        FactorSealing sealing = question.factors();
        Optional<UserId> owner = question.store().userId(user);
        if (sealing != null && owner.isPresent() && !sealing.isSame(owner.get(), state, old.secret())) {
            comparison.breach("secret", "another value");
        }
        counts.add(comparison);
    }

    /** Compares all codes of a person, since its sets are one set in the target. */
    private void codes(FactorDraft draft, PersonDraft person, String user) {
        FactorSealing sealing = question.factors();
        Optional<UserId> owner = question.store().userId(user);
        Integer stored = target.factors().codes().get(user);
        if (stored == null || !target.users().containsKey(user)) {
            absent(draft.origin(), user);
            return;
        }
        Comparison comparison = counts.compare(draft.origin());
        if (sealing != null && owner.isPresent()) {
            long expected = person.factors().stream()
                    .filter(other -> entry(other.origin()).isPresent())
                    .filter(other -> other.factor() instanceof ImportedFactor.RecoveryCodes)
                    .flatMap(other -> ((ImportedFactor.RecoveryCodes) other.factor()).codes().stream())
                    .map(code -> sealing.recoveryCode(owner.get(), code))
                    .distinct()
                    .count();
            comparison.field("codes", expected, (long) stored);
        }
        counts.add(comparison);
    }

    private void absent(Origin origin, String user) {
        if (target.users().containsKey(user)) {
            counts.gone(origin);
        } else {
            counts.count(origin, VerifiedRows.USED_AT_TARGET);
        }
    }

    private Optional<LegacyLinkInfo> entry(Origin origin) {
        return Optional.ofNullable(target.entries().get(origin.keyIn(question.ledger())));
    }
}
