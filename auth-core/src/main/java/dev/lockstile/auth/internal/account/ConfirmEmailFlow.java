package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.ProofResult;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.otp.UsernameWish;
import dev.lockstile.auth.internal.throttle.Throttles;
import dev.lockstile.auth.model.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredCode;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.Throttle;
import java.time.Instant;
import java.util.Optional;

/**
 * Proves the address of a registration, and with it takes the user name the person wished for, if it is still free.
 * Refused with one answer: a link that is wrong, used, replaced or expired, and one whose address somebody else has
 * proven meanwhile or has in a former system: they come over, with the password they have there. Whether the account is active does not change.
 */
final class ConfirmEmailFlow {

    private static final ProofResult REFUSED = new ProofResult.InvalidLink();

    private final FlowContext context;
    private final LinkCodes links;

    ConfirmEmailFlow(FlowContext context, LinkCodes links) {
        this.context = context;
        this.links = links;
    }

    ProofResult run(LinkProof proof) {
        Instant now = context.now();
        Optional<Instant> retryAt = context.doors()
                .throttles()
                .refusal(Throttles.Wish.of(Throttle.EMAIL_CONFIRMATION_IP, proof.address()), now);
        if (retryAt.isPresent()) {
            return new ProofResult.Throttled(retryAt.get());
        }
        if (isAnothersThere(proof, now)) {
            return REFUSED;
        }
        try {
            Optional<UserId> proven = context.store().alone(tx -> prove(tx, proof, now));
            proven.ifPresent(user -> context.events().tell(new AuthEvent.IdentifierProven(now, user, "email")));
            return proven.isPresent() ? new ProofResult.Proven() : REFUSED;
        } catch (KeyTakenException e) {
            return REFUSED; // somebody else has proven this address or taken this user name at this very moment
        }
    }

    private boolean isAnothersThere(LinkProof proof, Instant now) {
        return context.legacy().isOpen()
                && context.store()
                        .read(tx -> links.find(tx, CodePurpose.CONFIRM_EMAIL, proof, now))
                        .flatMap(link -> context.identifiers().email(link.recipient()))
                        .filter(context.legacy()::knows)
                        .isPresent();
    }

    private Optional<UserId> prove(AuthTx tx, LinkProof proof, Instant now) {
        Optional<StoredCode> link = links.find(tx, CodePurpose.CONFIRM_EMAIL, proof, now);
        UserId user = link.map(code -> code.state().binding().user()).orElse(null);
        Optional<Identifier> email = link.flatMap(code -> context.identifiers().email(code.recipient()));
        Optional<StoredUser> stored =
                user == null ? Optional.empty() : tx.users().byId(user);
        boolean provable = stored.isPresent()
                && email.isPresent()
                && stands(stored.get(), email.get())
                && tx.users().byKey(IdentifierKind.EMAIL, email.get().key()).isEmpty();
        if (!provable || !tx.codes().use(link.get().state().binding().challengeId(), now)) {
            return Optional.empty();
        }
        tx.users().claim(stored.get().info().id(), email.get(), now);
        UsernameWish.grant(tx, context.identifiers(), stored.get().info(), now);
        tx.codes().endAllTo(email.get().key(), now);
        return Optional.of(stored.get().info().id());
    }

    /** True while the account still goes by the address the link was sent to. */
    private static boolean stands(StoredUser user, Identifier email) {
        return !user.info().handles().email().outdated()
                && email.value().equals(user.info().email());
    }
}
