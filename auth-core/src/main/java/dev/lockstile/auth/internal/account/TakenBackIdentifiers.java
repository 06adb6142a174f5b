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
     * @param notice whose link is used
     * @return what was removed
     */
    List<Added> run(AuthTx tx, StoredUser owner, Notice notice, Instant now) {
        UserId user = owner.info().id();
        FormerIdentifiers kept = new FormerIdentifiers(context);
        List<Added> removed = new ArrayList<>();
        for (IdentifierKind kind : List.of(IdentifierKind.EMAIL, IdentifierKind.PHONE)) {
            kept.of(tx, user, kind, now)
                    .filter(former -> notice.undoes(kind, former))
                    .flatMap(former -> replace(tx, owner, kind, former, notice, now))
                    .ifPresent(removed::add);
        }
        return removed;
    }

    private Optional<Added> replace(
            AuthTx tx, StoredUser owner, IdentifierKind kind, Former former, Notice notice, Instant now) {
        IdentifierState state = owner.info().identifiers().of(kind);
        String key = owner.keys().of(kind);
        Optional<Identifier> wanted = former.identifier(context, kind).filter(any -> notice.givesBack(kind, former));
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
        return FormerIdentifiers.read(context, kind, state.value())
                .map(ShortenedIdentifier::of)
                .orElse("");
    }

    /**
     * The notice whose link is used.
     *
     * @param kind whether it went to an address or a number
     * @param toFormer whether to the former one
     * @param since when it was sent
     */
    record Notice(IdentifierKind kind, boolean toFormer, Instant since) {

        private boolean undoes(IdentifierKind changed, Former former) {
            return changed == kind ? toFormer : !former.lastChange().isBefore(since);
        }

        /** What another kind had before a change of which an earlier notice told is not known to be the owner's. */
        private boolean givesBack(IdentifierKind changed, Former former) {
            return changed == kind || !former.firstChange().isBefore(since);
        }
    }
}
