package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The second factors in the target of people who have some in the source.
 *
 * @param totps the confirmed applications, by the text of the user's key
 * @param codes the number of recovery codes left, by the same key
 * @param passkeys by the same key
 */
record StoredFactors(
        Map<String, TotpState> totps, Map<String, Integer> codes, Map<String, List<PasskeyState>> passkeys) {

    static StoredFactors look(
            AuthTx tx,
            ComparedPeople.Question question,
            Map<String, LegacyLinkInfo> entries,
            Iterable<PersonDraft> people) {
        StoredFactors found = new StoredFactors(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (PersonDraft person : people) {
            if (!person.factors().isEmpty()) {
                String key = person.user().origin().keyIn(question.ledger());
                Optional.ofNullable(entries.get(key))
                        .flatMap(entry -> question.store().userId(String.valueOf(entry.localRef())))
                        .ifPresent(user -> found.read(tx, user));
            }
        }
        return found;
    }

    private void read(AuthTx tx, UserId user) {
        tx.factors().totps().confirmed(user).ifPresent(totp -> totps.put(user.toString(), totp));
        passkeys.put(user.toString(), tx.factors().passkeys().of(user));
        tx.factors().recoveryCodes().left(user).ifPresent(set -> codes.put(user.toString(), set.left()));
    }
}
