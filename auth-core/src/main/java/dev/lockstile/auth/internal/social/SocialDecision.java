package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.social.SocialVerification.Vouched;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a person whom a provider vouches for and who is not signed in. The order is the rule: a link decides,
 * then whether the provider proves the address, for any owner, and only then which account has it here.
 *
 * @param user whose account it is; null where it is not linked
 * @param account the link; null where there is none yet
 * @param email the address, where the provider proves it
 */
record SocialDecision(
        Cell cell,
        @Nullable StoredUser user,
        @Nullable StoredSocialAccount account,
        @Nullable Identifier email) {

    /** Decides in the transaction that would let the person in. */
    static SocialDecision of(AuthTx tx, Vouched vouched, FlowContext context, boolean signUp) {
        Optional<StoredSocialAccount> account =
                tx.socials().byKey(vouched.person().key());
        if (account.isPresent()) {
            return linked(tx, account.get(), vouched);
        }
        Identifier email = Optional.ofNullable(vouched.person().email())
                .flatMap(context.identifiers()::email)
                .orElse(null);
        if (email == null) {
            return new SocialDecision(Cell.EMAIL_MISSING, null, null, null);
        }
        return vouched.provesEmail()
                ? byAddress(tx, email, vouched, signUp)
                : new SocialDecision(Cell.EMAIL_NOT_VERIFIED, null, null, null);
    }

    /** One that came by an import has no issuer: it is that of the provider of its name. */
    private static SocialDecision linked(AuthTx tx, StoredSocialAccount account, Vouched vouched) {
        boolean known = account.identity().issuer() != null
                || vouched.provider().isIssuerOfImported(vouched.person().key().issuer());
        return known
                ? new SocialDecision(
                        Cell.LINKED, tx.users().byId(account.user()).orElse(null), account, null)
                : new SocialDecision(Cell.NOT_LINKED, null, null, null);
    }

    private static SocialDecision byAddress(AuthTx tx, Identifier email, Vouched vouched, boolean signUp) {
        Optional<StoredUser> holder = tx.users().byKey(IdentifierKind.EMAIL, email.key());
        if (holder.isEmpty()) {
            return new SocialDecision(signUp ? Cell.SIGN_UP : Cell.NOT_LINKED, null, null, email);
        }
        Optional<StoredSocialAccount> meanwhile =
                tx.socials().byKey(vouched.person().key());
        if (meanwhile.isPresent()) {
            return linked(
                    tx, meanwhile.get(), vouched); // a first sign-in of this person has opened the account just now
        }
        StoredUser user = holder.get();
        if (user.hasSecondFactor() || !user.info().status().mayAct()) {
            return new SocialDecision(Cell.NOT_LINKED, null, null, email);
        }
        if (UnprovenIdentifiers.isProven(user.info(), IdentifierKind.EMAIL)) {
            boolean links = vouched.provider().linksByEmail()
                    && !tx.socials()
                            .isUnlinked(user.info().id(), vouched.person().key());
            return new SocialDecision(links ? Cell.LINK : Cell.NOT_LINKED, links ? user : null, null, email);
        }
        boolean opens = UnprovenIdentifiers.opensByCode(user.info(), IdentifierKind.EMAIL);
        return new SocialDecision(opens ? Cell.PROVE : Cell.NOT_LINKED, opens ? user : null, null, email);
    }

    /** True when the account at the other site is linked to one that its address leads to. */
    boolean joins() {
        return cell == Cell.LINK || cell == Cell.PROVE;
    }

    /** True when the account is linked, and its provider has it disabled or has revoked a proof that was begun then. */
    boolean isRevoked(Instant begunAt) {
        return account != null && account.status().refuses(begunAt);
    }

    @Nullable
    UserId owner() {
        return user == null ? null : user.info().id();
    }

    /** The cells of the table in {@code docs/social.md}. */
    enum Cell {
        /** The account is linked. */
        LINKED,
        /** The provider told no address. */
        EMAIL_MISSING,
        /** The provider does not prove the address. */
        EMAIL_NOT_VERIFIED,
        /** The address has an owner here, or no account is opened. */
        NOT_LINKED,
        /** The address is proven here, and the host links by it. */
        LINK,
        /** The address is that of an account with nothing proven: the provider's word proves it. */
        PROVE,
        /** No account here has proven the address. */
        SIGN_UP
    }
}
