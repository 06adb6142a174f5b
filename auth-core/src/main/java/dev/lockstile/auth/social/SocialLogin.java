package dev.lockstile.auth.social;

import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with an account at another site. An account there is known by issuer and subject and by nothing else (ASVS
 * 6.8.1); its address links no account unless the host has switched that on, the provider alone gives out such
 * addresses and has verified this one, and the person here has proven it (ASVS 6.8.4). Providers are asked outside of
 * transactions; what is written is one transaction of its own. Second factors are asked for as after any sign-in.
 */
public interface SocialLogin {

    /** What sign-in with other sites brings to a host. */
    AuthFeature FEATURE = new AuthFeature(
            "social", Map.of(AbstractSocialAccount.class, "social"), List.of("login/social", "admin/social"));

    /** {@return the names of the providers, in the order in which the host gave them; none where this is off} */
    List<String> providers();

    /** {@return true where a first sign-in opens an account} */
    boolean opensAccounts();

    /**
     * Begins a sign-in, or a link, of a native client: ten minutes, one use.
     *
     * @param provider the name the host gave the provider
     * @param caller who links an account: then no other caller can use the transaction; null for a sign-in
     * @param address the client's IP address as determined by the host
     * @return the transaction to be shown with the token, or why there is none
     */
    Outcome<Nonce> nonce(String provider, @Nullable Caller caller, @Nullable String address);

    /**
     * Signs in, links by a proven address or opens an account, as the table in {@code docs/social.md} says.
     *
     * @param attempt the claim, the client, and whether the terms are accepted
     * @return the sign-in, the second factor required, or the refusal
     */
    Outcome<SignIn> signIn(Attempt attempt);

    /**
     * Tells what {@link #signIn} would do, and uses nothing up.
     *
     * @param claim the claimed account, and its proof
     * @param address the client's IP address as determined by the host
     * @return what a sign-in would do now, or why that is not told
     */
    Outcome<Precheck> precheck(SocialClaim claim, @Nullable String address);

    /**
     * Links an account at another site to the caller's; needs a recent proof.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param claim the claimed account, and its proof
     * @param address the client's IP address as determined by the host
     * @return the link, or why there is none
     */
    Outcome<Link> link(Caller caller, SocialClaim claim, @Nullable String address);

    /**
     * Takes a link away and ends the caller's other sessions; needs a recent proof. What was unlinked is not linked
     * again but by its owner. The last way in stays.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param provider the name the host gave the provider
     * @param accountId null where the caller has one account of that provider
     * @return true when it is gone, or why it stays
     */
    Outcome<Boolean> unlink(Caller caller, String provider, @Nullable String accountId);

    /**
     * {@return the caller's accounts at other sites, or why none are shown}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<List<LinkedAccount>> accounts(Caller caller);

    /**
     * Sends a browser to a provider: ten minutes, one use, state, nonce and PKCE bound to this browser (RFC 9700).
     *
     * @param start which provider, and where to go afterwards
     * @return where to send the browser and what it keeps, or why it may not go
     */
    Outcome<Started> start(Start start);

    /**
     * Takes a browser back, redeems its code, and tells where to send it: the address of {@link Start#returnTo} with
     * {@code social=done}, or with {@code social_error} and why. Refused is a state that is unknown, used or not this
     * browser's; nothing is used up then.
     *
     * @param callback what the browser brought
     * @return where to send the browser; refused where there is no such place
     */
    Outcome<URI> callback(SocialCallback callback);

    /**
     * {@return what a browser that is back waits for; empty when for nothing}
     *
     * @param browser as {@link Started#browser} gave it
     */
    Optional<Intent> waiting(Secret browser);

    /**
     * Signs a browser in that is back, as {@link #signIn} does.
     *
     * @param browser as {@link Started#browser} gave it
     * @param client where the request comes from
     * @param termsAccepted checked only where an account is opened
     * @return the sign-in, the second factor required, or the refusal
     */
    Outcome<SignIn> finish(Secret browser, ClientInfo client, boolean termsAccepted);

    /**
     * Links the account of a browser that is back, as {@link #link} does: for the session that sent it.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param browser as {@link Started#browser} gave it
     * @return the link, or why there is none
     */
    Outcome<Link> finishLink(Caller caller, Secret browser);

    /**
     * A claimed account at another site.
     *
     * @param provider the name the host gave the provider
     * @param transactionId of {@link SocialLogin#nonce}; null only where the host takes ID tokens without a nonce
     * @param proof its nonce is left empty: the transaction knows it
     */
    record SocialClaim(String provider, @Nullable Secret transactionId, SocialProof proof) {}

    /**
     * A sign-in that a native client begins.
     *
     * @param transactionId to be shown together with the token
     * @param nonce to be given to the provider, as it is or as its hexadecimal SHA-256
     * @param expiresAt from this instant on the transaction is worth nothing
     */
    record Nonce(Secret transactionId, String nonce, Instant expiresAt) {}

    /**
     * A sign-in with another site.
     *
     * @param claim the claimed account at another site, and its proof
     * @param client where the request comes from
     * @param termsAccepted checked only where an account is opened
     */
    record Attempt(SocialClaim claim, ClientInfo client, boolean termsAccepted) {}

    /**
     * What a sign-in would do. Of an account here it tells only what the person could see by signing in.
     *
     * @param provider the name the host gave the provider
     * @param email as the provider told it; null when it told none
     * @param emailVerified whether the provider called the address verified
     * @param linked the account at the other site is linked here
     * @param wouldLink the sign-in would link it to the person who has proven the address here
     * @param wouldCreateUser the sign-in would open an account, once the terms are accepted
     * @param canLogin the sign-in would get in, or ask for a second factor
     */
    record Precheck(
            String provider,
            @Nullable String email,
            boolean emailVerified,
            boolean linked,
            boolean wouldLink,
            boolean wouldCreateUser,
            boolean canLogin) {

        /** {@return true only for a person whom the sign-in gets to} */
        public boolean userExists() {
            return linked || wouldLink;
        }
    }

    /**
     * A link that is there now.
     *
     * @param provider the name the host gave the provider
     * @param accountId as {@link LinkedAccount#id()} says
     * @param created false when it was there before
     */
    record Link(String provider, String accountId, boolean created) {}

    /**
     * A browser that is to be sent to another site.
     *
     * @param provider the name the host gave the provider
     * @param caller who links an account; null for a sign-in
     * @param returnTo where the browser goes afterwards: an address of {@link SocialSettings#returnOrigins}; null for
     *     the root of the first
     * @param address the client's IP address as determined by the host
     * @param reauthenticate whether the person is to prove there who they are, even with a session there; a provider
     *     may not know how, and what counts is the time that it tells
     */
    record Start(
            String provider,
            @Nullable Caller caller,
            @Nullable String returnTo,
            @Nullable String address,
            boolean reauthenticate) {

        /**
         * With a session there if the person has one.
         *
         * @param provider the name the host gave the provider
         * @param caller who links an account; null for a sign-in
         * @param returnTo where the browser goes afterwards; null for the root of the first origin
         * @param address the client's IP address as determined by the host
         */
        public Start(String provider, @Nullable Caller caller, @Nullable String returnTo, @Nullable String address) {
            this(provider, caller, returnTo, address, false);
        }
    }

    /**
     * A browser that may go.
     *
     * @param authorizationUri where it goes
     * @param browser to be kept by this very browser, in a cookie that no script reads, and shown when it comes back
     * @param expiresAt from this instant on the browser is not taken back
     */
    record Started(URI authorizationUri, Secret browser, Instant expiresAt) {}

    /** What a browser is sent to another site for. */
    enum Intent {
        /** To sign in, or up. */
        LOGIN,
        /** To link the account there to the one that is signed in here. */
        LINK
    }
}
