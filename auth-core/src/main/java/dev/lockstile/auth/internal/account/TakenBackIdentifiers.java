package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.account.FormerIdentifiers.Former;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.notice.SignInNotices.Added;
import dev.lockstile.auth.notice.SignInNotices.Added.What;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives an account the address and the number again that it had when its owner was told of another person. One that
 * another account has proven meanwhile stays there; what stood in its place goes in any case, proven or not: a deletion
 * that was taken back leaves it without its proof.
 */
record TakenBackIdentifiers(FlowContext context) {

    /**
     * Runs in a transaction that holds the account's row.
     *
     * @param formerAddress whether the notice went to the former address
     * @param since when the notice was sent
     * @return what was removed
     */
    List<Added> run(AuthTx tx, StoredUser owner, boolean formerAddress, Instant since, Instant now) {
        UserId user = owner.info().id();
        FormerIdentifiers kept = new FormerIdentifiers(context);
        List<Added> removed = new ArrayList<>();
        kept.of(tx, user, IdentifierKind.EMAIL, now)
                .filter(former -> formerAddress)
                .flatMap(former -> replace(tx, owner, IdentifierKind.EMAIL, former, since, now))
                .ifPresent(removed::add);
        kept.of(tx, user, IdentifierKind.PHONE, now)
                .filter(former -> !former.lastChange().isBefore(since))
                .flatMap(former -> replace(tx, owner, IdentifierKind.PHONE, former, since, now))
                .ifPresent(removed::add);
        return removed;
    }

    private Optional<Added> replace(
            AuthTx tx, StoredUser owner, IdentifierKind kind, Former former, Instant since, Instant now) {
        IdentifierState state = owner.info().identifiers().of(kind);
        String key = owner.keys().of(kind);
        Optional<Identifier> wanted = former.identifier(context, kind)
                .filter(any ->
                        kind == IdentifierKind.EMAIL || !former.firstChange().isBefore(since));
        if (wanted.isEmpty()
                ? key == null
                : wanted.filter(any -> any.key().equals(key)).isPresent()) {
            return Optional.empty();
        }
        UserId user = owner.info().id();
        if (wanted.filter(any -> tx.users().byKey(kind, any.key()).isEmpty()).isPresent()) {
            tx.users().claim(user, wanted.get(), now);
            String word = kind.name().toLowerCase(Locale.ROOT);
            tx.afterCommit(() -> context.events().tell(new AuthEvent.IdentifierProven(now, user, word)));
        } else if (key != null) {
            tx.users().disown(user, kind, key, state.value());
        }
        tx.codes().use(former.name(), now);
        new IdentifierChangeNotice(context).sendToReplaced(tx, owner.info(), kind, now);
        return Optional.of(new Added(kind == IdentifierKind.EMAIL ? What.EMAIL : What.PHONE, shortened(kind, state)));
    }

    private String shortened(IdentifierKind kind, IdentifierState state) {
        String value = String.valueOf(state.value());
        Optional<Identifier> identifier = kind == IdentifierKind.EMAIL
                ? context.identifiers().email(value)
                : context.identifiers().phone(value);
        return identifier.map(ShortenedIdentifier::of).orElse("");
    }
}
