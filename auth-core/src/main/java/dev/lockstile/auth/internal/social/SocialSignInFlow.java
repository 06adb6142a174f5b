package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.hook.RiskCheck.Answer;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.gate.LostRaceException;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SignInEvents;
import dev.lockstile.auth.internal.social.SocialDecision.Cell;
import dev.lockstile.auth.internal.social.SocialVerification.Vouched;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signs in a person whom a provider vouches for: what {@link SocialDecision} says, in one transaction that uses the
 * proof up. A refusal uses nothing up, so that a client that has to accept the terms can send the same again. Of many
 * first sign-ins of one person one opens the account, and the others are signed in to it.
 */
final class SocialSignInFlow {

    private static final int TRIES = 3;

    private final FlowContext context;
    private final SocialSites sites;
    private final SocialVerification verification;
    private final ImportedOwners owners;
    private final SocialSignUp signUp;
    private final SocialLinks links;
    private final SessionOpener opener;
    private final SignInEvents events;

    SocialSignInFlow(FlowContext context, SocialSites sites, SocialVerification verification, SessionOpener opener) {
        this.context = context;
        this.sites = sites;
        this.verification = verification;
        this.owners = new ImportedOwners(context);
        this.signUp = new SocialSignUp(context);
        this.links = new SocialLinks(context);
        this.opener = opener;
        this.events = new SignInEvents(context);
    }

    Outcome<SignIn> run(SocialClaim claim, Visit visit) {
        return enter(verification.verify(claim, null, visit.now()), visit);
    }

    Outcome<SignIn> enter(Vouched vouched, Visit visit) {
        boolean reserved = owners.importOwner(vouched); // the provider has proven the address
        for (int tries = 1; ; tries++) {
            try {
                In in = opener.assessed(
                        answer -> context.store().alone(tx -> write(tx, vouched, visit.answered(answer), reserved)));
                return told(in, visit.now());
            } catch (KeyTakenException e) {
                if (tries == TRIES) {
                    throw SocialRefusedException.of(Refusal.SOCIAL_ACCOUNT_NOT_LINKED, "taken meanwhile", null);
                }
            } catch (LostRaceException e) {
                throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "used", null);
            } catch (VetoException e) {
                throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, e.reason(), null);
            }
        }
    }

    private In write(AuthTx tx, Vouched vouched, Visit visit, boolean reserved) {
        Instant now = visit.now();
        SocialDecision decision = decided(tx, vouched, sites.settings().signUp() && !reserved, now);
        if (decision.cell() == Cell.SIGN_UP && !visit.termsAccepted()) {
            throw SocialRefusedException.of(Refusal.TERMS_REQUIRED);
        }
        StoredUser user = settled(tx, decision, vouched, now);
        UserId id = user.info().id();
        if (!user.info().status().mayAct() || !tx.users().recordLogin(id, now)) {
            throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "may not sign in", id);
        }
        if (!vouched.ticket().spend(tx, now)) {
            throw new LostRaceException();
        }
        StoredSocialAccount account = linked(tx, decision, user, vouched, now);
        if (decision.account() == null && decision.cell() != Cell.SIGN_UP) {
            links.tell(
                    tx,
                    NoticeSubject.of(user, visit.client()),
                    vouched.provider().name(),
                    now);
        }
        AuthContext shown = AuthContext.federated(vouched.provider().name());
        SessionOpener.Entry entry = new SessionOpener.Entry(visit.client(), now, vouched.provenAt(), visit.answer());
        return new In(id, account, decision.cell(), entered(tx, user, shown, entry));
    }

    /**
     * A factor that is enrolled at this sign-in is the account's from then on: that takes a recent proof, as it does
     * later.
     */
    private Outcome<Opened> entered(AuthTx tx, StoredUser user, AuthContext shown, SessionOpener.Entry entry) {
        Outcome<Opened> entered = opener.enter(tx, user, shown, entry);
        boolean enrols = entered instanceof Outcome.SecondFactorRequired<Opened> && !user.hasSecondFactor();
        if (enrols && !context.isRecent(entry.authTime(), entry.now())) {
            throw SocialRefusedException.of(Refusal.SOCIAL_PROOF_TOO_OLD);
        }
        return entered;
    }

    /** An account that the address leads to is held, and decided of again: it counts as it is now. */
    private SocialDecision decided(AuthTx tx, Vouched vouched, boolean opens, Instant now) {
        SocialDecision first = SocialDecision.of(tx, vouched, context, opens);
        UserId held = first.owner();
        if (!first.joins() || held == null) {
            return first;
        }
        if (!tx.users().lock(held, now)) {
            throw new LostRaceException();
        }
        SocialDecision again = SocialDecision.of(tx, vouched, context, opens);
        if (again.joins() && !held.equals(again.owner())) {
            throw new LostRaceException();
        }
        return again;
    }

    private StoredUser settled(AuthTx tx, SocialDecision decision, Vouched vouched, Instant now) {
        return switch (decision.cell()) {
            case EMAIL_MISSING -> throw SocialRefusedException.of(Refusal.SOCIAL_EMAIL_MISSING);
            case EMAIL_NOT_VERIFIED -> throw SocialRefusedException.of(Refusal.SOCIAL_EMAIL_NOT_VERIFIED);
            case NOT_LINKED -> throw SocialRefusedException.of(Refusal.SOCIAL_ACCOUNT_NOT_LINKED);
            case LINKED, LINK -> known(decision, vouched.begunAt());
            case PROVE ->
                signUp.prove(tx, Objects.requireNonNull(decision.user()), Objects.requireNonNull(decision.email()), now)
                        .orElseThrow(LostRaceException::new);
            case SIGN_UP ->
                signUp.open(
                        tx,
                        Objects.requireNonNull(decision.email()),
                        vouched.person().person(),
                        now);
        };
    }

    private static StoredUser known(SocialDecision decision, Instant begunAt) {
        StoredUser user = decision.user();
        if (user == null) {
            throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "no such account", null);
        }
        if (decision.isRevoked(begunAt)) {
            UserId id = user.info().id();
            throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "revoked by its provider", id);
        }
        return user;
    }

    private StoredSocialAccount linked(
            AuthTx tx, SocialDecision decision, StoredUser user, Vouched vouched, Instant now) {
        StoredSocialAccount account = decision.account();
        if (account == null) {
            account = links.add(tx, user, vouched.person(), now);
        }
        if (!tx.socials().recordLogin(account.id(), vouched.person().identity(), vouched.begunAt(), now)) {
            throw new LostRaceException(); // unlinked at this very moment
        }
        return account;
    }

    private Outcome<SignIn> told(In in, Instant now) {
        String provider = in.account().identity().provider();
        SignIn.ProviderAccount account = new SignIn.ProviderAccount(
                provider,
                in.account().id().toString(),
                in.cell() == Cell.SIGN_UP,
                in.cell() == Cell.LINK || in.cell() == Cell.PROVE);
        return events.entered(in.entered(), in.user(), method(provider), now)
                .map(signIn -> signIn.withExtras(new SignIn.Extras(null, List.of(), account)));
    }

    static String method(String provider) {
        return "social " + provider;
    }

    /** Who comes, and when. */
    record Visit(
            ClientInfo client,
            boolean termsAccepted,
            Instant now,
            @Nullable Answer answer) {

        /** Before the host was asked about the risk. */
        Visit(ClientInfo client, boolean termsAccepted, Instant now) {
            this(client, termsAccepted, now, null);
        }

        Visit answered(@Nullable Answer said) {
            return new Visit(client, termsAccepted, now, said);
        }
    }

    private record In(UserId user, StoredSocialAccount account, Cell cell, Outcome<Opened> entered) {}
}
