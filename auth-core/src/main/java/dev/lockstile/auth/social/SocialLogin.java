package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with an account at another site. An account there is known by issuer and subject and by nothing else (ASVS
 * 6.8.1); its address links nobody unless the host has switched that on, the provider alone gives out such addresses and
 * has verified this one, and the person here has proven it (ASVS 6.8.4). Providers are asked outside of transactions; what
 * is written is one transaction of its own. Second factors are asked for as after any sign-in.
 */
public interface SocialLogin {

    /** {@return the names of the providers, in the order in which the host gave them; none where this is off} */
    List<String> providers();

    /** {@return true where the first sign-in of somebody who has no account opens one} */
    boolean opensAccounts();

    /**
     * Begins a sign-in, or a link, of a native client: ten minutes, one use.
     *
     * @param provider the name the host gave the provider
     * @param caller who links an account: then nobody else can use the transaction; null for a sign-in
     * @param address the client's address as the host knows it
     * @return the transaction to be shown with the token, or why there is none
     */
    SocialResult<SocialNonce> nonce(String provider, @Nullable Caller caller, @Nullable String address);

    /**
     * Signs in, links by a proven address or opens an account, as the table in {@code docs/social.md} says.
     *
     * @param attempt the claim, the client, and whether the terms are accepted
     * @return who is in, what is wanted beside, or why nobody is in
     */
    SocialSignInResult signIn(SocialSignIn attempt);

    /**
     * Tells what {@link #signIn} would do, and uses nothing up.
     *
     * @param claim who somebody says to be, and what proves it
     * @param address the client's address as the host knows it
     * @return what a sign-in would do now, or why that is not told
     */
    SocialResult<SocialPrecheck> precheck(SocialClaim claim, @Nullable String address);

    /**
     * Links an account at another site to the caller's; needs a recent proof.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param claim who somebody says to be, and what proves it
     * @param address the client's address as the host knows it
     * @return the link, or why there is none
     */
    SocialResult<SocialLink> link(Caller caller, SocialClaim claim, @Nullable String address);

    /**
     * Takes a link away and ends the caller's other sessions; needs a recent proof. What was unlinked is not linked again but
     * by its owner. The last way in stays.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param provider the name the host gave the provider
     * @param accountId null where the caller has one account of that provider
     * @return true when it is gone, or why it stays
     */
    SocialResult<Boolean> unlink(Caller caller, String provider, @Nullable String accountId);

    /**
     * {@return the caller's accounts at other sites, or why none are shown}
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     */
    SocialResult<List<LinkedAccount>> accounts(Caller caller);

    /**
     * Sends a browser to a provider: ten minutes, one use, state, nonce and PKCE bound to this browser (RFC 9700).
     *
     * @param start which provider, and where to go afterwards
     * @return where to send the browser and what it keeps, or why it may not go
     */
    SocialResult<SocialStarted> start(SocialStart start);

    /**
     * Takes a browser back, redeems its code, and tells where to send it: the address of {@link SocialStart#returnTo} with
     * {@code social=done}, or with {@code social_error} and why. Refused is a state that is unknown, used or not this
     * browser's; nothing is used up then.
     *
     * @param callback what the browser brought
     * @return where to send the browser; refused where there is no such place
     */
    SocialResult<URI> callback(SocialCallback callback);

    /**
     * {@return what a browser that is back waits for; empty when for nothing}
     *
     * @param browser as {@link SocialStarted#browser} gave it
     */
    Optional<SocialIntent> waiting(Secret browser);

    /**
     * Signs a browser in that is back, as {@link #signIn} does.
     *
     * @param browser as {@link SocialStarted#browser} gave it
     * @param client where the request comes from
     * @param termsAccepted asked only of somebody who gets an account by it
     * @return who is in, what is wanted beside, or why nobody is in
     */
    SocialSignInResult finish(Secret browser, ClientInfo client, boolean termsAccepted);

    /**
     * Links the account of a browser that is back, as {@link #link} does: for the session that sent it.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param browser as {@link SocialStarted#browser} gave it
     * @return the link, or why there is none
     */
    SocialResult<SocialLink> finishLink(Caller caller, Secret browser);
}
