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
 * Sign-in with an account at another site, which is identified by issuer and subject only (ASVS 6.8.1). Its e-mail
 * address links it to a user's account only if the host has allowed that, the provider is the authority for such
 * addresses and has verified this one, and the user's account has verified it too (ASVS 6.8.4). Providers are called
 * outside transactions; changes are one transaction of their own. Second factors are required as after any other first
 * factor.
 */
public interface SocialLogin {

    /** The optional feature of sign-in with other sites. */
    AuthFeature FEATURE = new AuthFeature(
            "social", Map.of(AbstractSocialAccount.class, "social"), List.of("login/social", "admin/social"));

    /** {@return the names of the providers, in the host's order; empty where the feature is off} */
    List<String> providers();

    /** {@return true where a first sign-in opens an account} */
    boolean opensAccounts();

    /**
     * Starts a sign-in or a link of a native client; valid for ten minutes and one use.
     *
     * @param provider the host's name of the provider
     * @param caller the caller who links an account, to whom the transaction is bound; null for a sign-in
     * @param address the client's IP address as determined by the host
     * @return the transaction, which the client sends with the token; or the refusal
     */
    Outcome<Nonce> nonce(String provider, @Nullable Caller caller, @Nullable String address);

    /**
     * Signs in, links by a verified address or opens an account, by the table in {@code docs/social.md}.
     *
     * @param attempt the claim, the client, and whether the terms are accepted
     * @return the sign-in, the second factor required, or the refusal
     */
    Outcome<SignIn> signIn(Attempt attempt);

    /**
     * Returns what {@link #signIn} would do, without using up the proof.
     *
     * @param claim the claimed account and its proof
     * @param address the client's IP address as determined by the host
     * @return what a sign-in would do now, or the refusal
     */
    Outcome<Precheck> precheck(SocialClaim claim, @Nullable String address);

    /**
     * Links an account at another site to the caller's; requires a recent authentication.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param claim the claimed account and its proof
     * @param address the client's IP address as determined by the host
     * @return the link, or the refusal
     */
    Outcome<Link> link(Caller caller, SocialClaim claim, @Nullable String address);

    /**
     * Unlinks an account and ends the caller's other sessions; requires a recent authentication. An unlinked account is
     * only linked again by its owner. The last sign-in method cannot be unlinked.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param provider the host's name of the provider
     * @param accountId null where the caller has one account of that provider
     * @return true when it was unlinked, or the refusal
     */
    Outcome<Boolean> unlink(Caller caller, String provider, @Nullable String accountId);

    /**
     * {@return the caller's linked accounts at other sites, or the refusal}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<List<LinkedAccount>> accounts(Caller caller);

    /**
     * Starts a sign-in or a link in a browser, which is redirected to the provider; valid for ten minutes and one use.
     * State, nonce and PKCE are bound to this browser (RFC 9700).
     *
     * @param start the provider and the target afterwards
     * @return the address to redirect to and the browser's secret, or the refusal
     */
    Outcome<Started> start(Start start);

    /**
     * Handles the callback of a browser: redeems its code and returns the address to redirect to, which is
     * {@link Start#returnTo} with {@code social=done}, or with {@code social_error} and the reason. A state that is
     * unknown, used or of another browser is refused without using anything up.
     *
     * @param callback the request of the browser
     * @return the address to redirect to, or the refusal
     */
    Outcome<URI> callback(SocialCallback callback);

    /**
     * {@return what a returned browser is to complete; empty for nothing}
     *
     * @param browser from {@link Started#browser}
     */
    Optional<Intent> waiting(Secret browser);

    /**
     * Completes the sign-in of a returned browser, as {@link #signIn} does.
     *
     * @param browser from {@link Started#browser}
     * @param client the client that signs in
     * @param termsAccepted whether the user accepts the terms; checked only where an account is opened
     * @return the sign-in, the second factor required, or the refusal
     */
    Outcome<SignIn> finish(Secret browser, ClientInfo client, boolean termsAccepted);

    /**
     * Completes the link of a returned browser, as {@link #link} does; only for the session that started it.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param browser from {@link Started#browser}
     * @return the link, or the refusal
     */
    Outcome<Link> finishLink(Caller caller, Secret browser);

    /**
     * A claimed account at another site.
     *
     * @param provider the host's name of the provider
     * @param transactionId of {@link SocialLogin#nonce}; null only where the host accepts ID tokens without a nonce
     * @param proof without a nonce, which the transaction has
     */
    record SocialClaim(String provider, @Nullable Secret transactionId, SocialProof proof) {}

    /**
     * A sign-in that a native client has started.
     *
     * @param transactionId sent by the client with the token
     * @param nonce sent to the provider, unchanged or as its hexadecimal SHA-256
     * @param expiresAt when the transaction expires
     */
    record Nonce(Secret transactionId, String nonce, Instant expiresAt) {}

    /**
     * A sign-in with another site.
     *
     * @param claim the claimed account at another site, and its proof
     * @param client the client that signs in
     * @param termsAccepted whether the user accepts the terms; checked only where an account is opened
     */
    record Attempt(SocialClaim claim, ClientInfo client, boolean termsAccepted) {}

    /**
     * What a sign-in would do. It reveals about a user's account only what the person could see by signing in.
     *
     * @param provider the host's name of the provider
     * @param email from the provider; null when it sent none
     * @param emailVerified whether the provider reported the address as verified
     * @param linked true when the account at the other site is linked
     * @param wouldLink true when the sign-in would link it to the account that has verified the address
     * @param wouldCreateUser true when the sign-in would open an account, once the terms are accepted
     * @param canLogin true when the sign-in would succeed or require a second factor
     */
    record Precheck(
            String provider,
            @Nullable String email,
            boolean emailVerified,
            boolean linked,
            boolean wouldLink,
            boolean wouldCreateUser,
            boolean canLogin) {

        /** {@return true when the sign-in would reach an existing account} */
        public boolean userExists() {
            return linked || wouldLink;
        }
    }

    /**
     * A linked account.
     *
     * @param provider the host's name of the provider
     * @param accountId the {@link LinkedAccount#id()}
     * @param created false when it was linked before
     */
    record Link(String provider, String accountId, boolean created) {}

    /**
     * The start of a sign-in or a link in a browser.
     *
     * @param provider the host's name of the provider
     * @param caller the caller who links an account; null for a sign-in
     * @param returnTo target of the browser afterwards: an address of {@link SocialSettings#returnOrigins}; null
     *     for the root of the first one
     * @param address the client's IP address as determined by the host
     * @param reauthenticate whether the provider should authenticate the user again despite a session there. A
     *     provider may not support it; only the authentication time that it reports counts
     */
    record Start(
            String provider,
            @Nullable Caller caller,
            @Nullable String returnTo,
            @Nullable String address,
            boolean reauthenticate) {

        /**
         * Creates a start that uses an existing session at the provider.
         *
         * @param provider the host's name of the provider
         * @param caller the caller who links an account; null for a sign-in
         * @param returnTo target of the browser afterwards; null for the root of the first origin
         * @param address the client's IP address as determined by the host
         */
        public Start(String provider, @Nullable Caller caller, @Nullable String returnTo, @Nullable String address) {
            this(provider, caller, returnTo, address, false);
        }
    }

    /**
     * The redirect of a browser.
     *
     * @param authorizationUri the address to redirect to
     * @param browser a secret that this browser keeps in an {@code HttpOnly} cookie and sends when it returns
     * @param expiresAt after this time the callback is refused
     */
    record Started(URI authorizationUri, Secret browser, Instant expiresAt) {}

    /** The purpose of a redirect. */
    enum Intent {
        /** To sign in or register. */
        LOGIN,
        /** To link the account at the site to the caller's. */
        LINK
    }
}
