package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider what it makes of a proof; outside of any transaction. Refused: an unknown provider, an
 * address that is not ours, a transaction that is unknown, used, too late, another provider's or another caller's, a
 * link in no transaction of its session, and whatever the provider does not believe. A provider that cannot be asked is
 * unavailable: nothing is decided then.
 */
final class SocialVerification {

    private final FlowContext context;
    private final SocialSites sites;
    private final SocialTransactions transactions;
    private final IdTokenWithoutNonce withoutNonce;

    SocialVerification(FlowContext context, SocialSites sites, SocialTransactions transactions) {
        this.context = context;
        this.sites = sites;
        this.transactions = transactions;
        this.withoutNonce = new IdTokenWithoutNonce(sites, transactions);
    }

    /** @param caller who links an account; null for a sign-in */
    Vouched verify(SocialClaim claim, @Nullable Caller caller, Instant now) {
        SocialProvider provider = sites.provider(claim.provider());
        if (claim.proof() instanceof SocialProof.Code code && !provider.isRedirectUri(code.redirectUri())) {
            throw SocialRefusedException.of(Refusal.INVALID_REDIRECT_URI);
        }
        Secret transaction = claim.transactionId();
        if (transaction == null) {
            return withoutTransaction(provider, claim.proof(), caller, now);
        }
        AuthChallenge row = open(provider, transaction, caller, now);
        SocialPerson person = ask(provider, claim.proof().withNonce(transactions.nonce(transaction)));
        SocialTicket.Transaction spent = new SocialTicket.Transaction(row.digest());
        return new Vouched(
                provider,
                person(provider, person, now),
                begunAt(row, person),
                withoutNonce.isAllowed(claim.proof())
                        ? new SocialTicket.TokenInTransaction(spent, withoutNonce.ticket(person, now))
                        : spent);
    }

    private AuthChallenge open(SocialProvider provider, Secret transaction, @Nullable Caller caller, Instant now) {
        String binding = transactions.binding(provider.name(), "");
        return context.store()
                .read(tx -> transactions.find(tx, transaction, AuthChallenge.Kind.SOCIAL_NONCE, now))
                .filter(row -> binding.equals(row.binding().digest()) && isFor(row.binding(), caller))
                .orElseThrow(
                        () -> SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "no open transaction", null));
    }

    /** One that was begun by a signed-in user is that session's alone, and a link wants one of its session. */
    private static boolean isFor(AuthChallenge.Binding binding, @Nullable Caller caller) {
        return caller == null ? binding.user() == null : isOf(binding, caller);
    }

    private static boolean isOf(AuthChallenge.Binding binding, Caller caller) {
        return caller.user().equals(binding.user()) && caller.session().value().equals(binding.session());
    }

    private Vouched withoutTransaction(
            SocialProvider provider, SocialProof proof, @Nullable Caller caller, Instant now) {
        withoutNonce.check(proof, caller);
        SocialPerson person = ask(provider, proof.withNonce(null));
        Instant begun = withoutNonce.issuedAt(person, now);
        return new Vouched(provider, person(provider, person, now), begun, withoutNonce.ticket(person, now));
    }

    /**
     * When a proof was begun at the latest, also by the clock of its provider: what the provider tells of later is
     * compared with it. That clock is believed to be {@link ProviderClock#SKEW} behind ours at most.
     */
    static Instant begunAt(AuthChallenge row, SocialPerson person) {
        Instant begun = SocialTransactions.begunAt(row);
        Instant issued = person.issuedAt();
        if (issued == null || issued.isAfter(begun)) {
            return begun;
        }
        Instant earliest = begun.minus(ProviderClock.SKEW);
        return issued.isBefore(earliest) ? earliest : issued;
    }

    static VouchedPerson person(SocialProvider provider, SocialPerson person, Instant now) {
        return VouchedPerson.of(provider, person, now)
                .orElseThrow(
                        () -> SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "an id out of bounds", null));
    }

    static SocialPerson ask(SocialProvider provider, SocialProof proof) {
        try {
            SocialProvider.Verdict verdict = provider.verify(proof);
            if (verdict instanceof SocialProvider.Verdict.Proven proven) {
                return proven.person();
            }
            String reason = ((SocialProvider.Verdict.Refused) verdict).reason();
            throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, reason, null);
        } catch (SocialUnavailableException e) {
            throw SocialRefusedException.of(Refusal.UNAVAILABLE);
        }
    }

    /** The person of a browser that is back, for that intent. */
    Optional<Vouched> waiting(Secret browser, @Nullable Caller caller, Instant now) {
        Optional<AuthChallenge> row = context.store()
                .read(tx -> transactions.find(tx, browser, AuthChallenge.Kind.SOCIAL_PROOF, now))
                .filter(found -> isFor(found.binding(), caller));
        return row.flatMap(transactions::payload)
                .flatMap(VouchedPerson::read)
                .map(person -> new Vouched(
                        sites.provider(person.key().provider()),
                        person,
                        SocialTransactions.begunAt(row.get()),
                        new SocialTicket.Transaction(row.get().digest())));
    }

    /**
     * A person whom a provider vouches for, and what the proof is used up by.
     *
     * @param begunAt to the second, as providers tell times: the provider's word is of then or later, by its clock too
     */
    record Vouched(SocialProvider provider, VouchedPerson person, Instant begunAt, SocialTicket ticket) {

        Vouched {
            begunAt = begunAt.truncatedTo(ChronoUnit.SECONDS);
        }

        /**
         * A session at the provider may be days old: without its word on the last proof there was none (ASVS 7.5.1).
         */
        Instant provenAt() {
            return Objects.requireNonNullElse(person.provenAt(), Instant.EPOCH);
        }

        /** True when the provider's word proves the address (ASVS 6.8.4). */
        boolean provesEmail() {
            return person.emailVerified() && provider.isEmailAuthoritative();
        }
    }
}
