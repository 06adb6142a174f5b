package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * This application as a provider knows it: client ids, secret, redirect URIs, and how far the provider is believed.
 * Immutable: each method returns a changed copy.
 */
public final class OAuthClient {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final List<String> ids;
    private @Nullable Secret secret;
    private List<String> redirectUris = List.of();
    private Set<IdTokenAlgorithm> algorithms = EnumSet.allOf(IdTokenAlgorithm.class);
    private boolean emailAuthoritative;
    private boolean linkByEmail;
    private boolean insecureLoopback;
    private boolean privateAddresses;
    private Set<SocialEvent.Delivery> events = Set.of();
    private Clock clock = Clock.systemUTC();

    private OAuthClient(List<String> ids) {
        this.ids = ids;
    }

    private OAuthClient(OAuthClient from) {
        ids = from.ids;
        secret = from.secret;
        redirectUris = from.redirectUris;
        algorithms = from.algorithms;
        emailAuthoritative = from.emailAuthoritative;
        linkByEmail = from.linkByEmail;
        insecureLoopback = from.insecureLoopback;
        privateAddresses = from.privateAddresses;
        events = from.events;
        clock = from.clock;
    }

    /**
     * {@return a client without a secret, by the client ids that tokens may be issued to}
     *
     * @param id the one that browsers are sent with
     * @param others of native apps and further sites of the same owner
     * @throws IllegalArgumentException for an id that is blank or not printable ASCII
     */
    public static OAuthClient of(String id, String... others) {
        List<String> ids = new ArrayList<>(List.of(others));
        ids.add(0, id);
        ids.forEach(each -> require(ID.matcher(each).matches(), "a client id is printable ASCII without spaces"));
        return new OAuthClient(List.copyOf(ids));
    }

    /**
     * {@return a copy with the secret for the token endpoint; without one the client is public and PKCE alone protects
     * the code}
     *
     * @param newSecret as the provider gave it out
     */
    public OAuthClient secret(Secret newSecret) {
        require(!newSecret.reveal().isBlank(), "the client secret is blank");
        OAuthClient copy = new OAuthClient(this);
        copy.secret = newSecret;
        return copy;
    }

    /**
     * {@return a copy with the addresses that browsers and apps come back to, compared character by character (RFC 9700
     * 2.1)}
     *
     * @param first the one that browsers are sent with by default
     * @param others of apps and further sites
     * @throws IllegalArgumentException for an address that is relative, has a fragment, or is plain http elsewhere than
     *     on this machine
     */
    public OAuthClient redirectUris(String first, String... others) {
        List<String> uris = new ArrayList<>(List.of(others));
        uris.add(0, first);
        uris.forEach(Endpoints::requireRedirectUri);
        OAuthClient copy = new OAuthClient(this);
        copy.redirectUris = List.copyOf(uris);
        return copy;
    }

    /**
     * {@return a copy that accepts ID tokens signed in these ways only, instead of any of {@link IdTokenAlgorithm}}
     *
     * @param first a way that the provider signs in
     * @param others further ones
     */
    public OAuthClient algorithms(IdTokenAlgorithm first, IdTokenAlgorithm... others) {
        OAuthClient copy = new OAuthClient(this);
        copy.algorithms = EnumSet.of(first, others);
        return copy;
    }

    /**
     * {@return a copy for a provider whose word proves an address: it alone gives out, or has checked just as well, the
     * addresses that it calls verified (ASVS 6.8.4)} Without it this provider's word opens no account.
     */
    public OAuthClient emailAuthoritative() {
        OAuthClient copy = new OAuthClient(this);
        copy.emailAuthoritative = true;
        return copy;
    }

    /**
     * {@return a copy for a provider whose verified address links its account to the person who has proven that address
     * here} The provider's operator then can sign in as that person: needs {@link #emailAuthoritative()}.
     */
    public OAuthClient linkByEmail() {
        OAuthClient copy = new OAuthClient(this);
        copy.linkByEmail = true;
        return copy;
    }

    /**
     * {@return a copy that takes what the provider tells of accounts at it, signed with its keys: security event tokens
     * (RFC 8935, RISC), or the notifications of Apple} Off otherwise.
     */
    public OAuthClient receiveEvents() {
        return receiving(SocialEvent.Delivery.SECURITY_EVENT);
    }

    /**
     * {@return a copy that takes logout tokens of the provider (OpenID Connect Back-Channel Logout 1.0)} Off otherwise.
     */
    public OAuthClient receiveBackChannelLogout() {
        return receiving(SocialEvent.Delivery.LOGOUT);
    }

    private OAuthClient receiving(SocialEvent.Delivery more) {
        OAuthClient copy = new OAuthClient(this);
        copy.events = EnumSet.of(more);
        copy.events.addAll(events);
        return copy;
    }

    /**
     * {@return a copy that reaches a provider on this machine, by plain http too: for tests} Everything else stays
     * https and public.
     */
    public OAuthClient allowInsecureLoopback() {
        OAuthClient copy = new OAuthClient(this);
        copy.insecureLoopback = true;
        return copy;
    }

    /**
     * {@return a copy that reaches a provider in the own network (RFC 1918, RFC 4193, RFC 6598), by https; never a
     * link-local address}
     */
    public OAuthClient allowPrivateAddresses() {
        OAuthClient copy = new OAuthClient(this);
        copy.privateAddresses = true;
        return copy;
    }

    /**
     * {@return a copy with another clock than the system's, for tests}
     *
     * @param newClock tells whether a token is live
     */
    public OAuthClient clock(Clock newClock) {
        OAuthClient copy = new OAuthClient(this);
        copy.clock = newClock;
        return copy;
    }

    List<String> ids() {
        return ids;
    }

    @Nullable
    Secret secretOrNull() {
        return secret;
    }

    List<String> redirectUris() {
        return redirectUris;
    }

    Set<IdTokenAlgorithm> algorithms() {
        return algorithms;
    }

    boolean isEmailAuthoritative() {
        return emailAuthoritative;
    }

    boolean linksByEmail() {
        return linkByEmail;
    }

    AddressRule addressRule() {
        return new AddressRule(insecureLoopback, privateAddresses);
    }

    Clock clock() {
        return clock;
    }

    /** In which forms events are taken of a provider that sends these. */
    Set<SocialEvent.Delivery> deliveries(Set<SocialEvent.Delivery> sent) {
        Set<SocialEvent.Delivery> taken = EnumSet.noneOf(SocialEvent.Delivery.class);
        taken.addAll(sent);
        taken.removeIf(form -> !events.contains(asked(form)));
        return taken;
    }

    /** @throws IllegalArgumentException when events were asked for that such a provider does not send */
    void checkEvents(Set<SocialEvent.Delivery> sent) {
        for (SocialEvent.Delivery wanted : events) {
            require(
                    sent.stream().anyMatch(form -> asked(form) == wanted),
                    wanted == SocialEvent.Delivery.LOGOUT
                            ? "the provider sends no logout tokens"
                            : "the provider sends no events that are signed with its keys");
        }
    }

    /** Apple's notifications are its events. */
    private static SocialEvent.Delivery asked(SocialEvent.Delivery form) {
        return form == SocialEvent.Delivery.NOTIFICATION ? SocialEvent.Delivery.SECURITY_EVENT : form;
    }

    /** @throws IllegalArgumentException when parts contradict each other or one is missing */
    void check() {
        require(!redirectUris.isEmpty(), "a client needs at least one redirect URI");
        require(!linkByEmail || emailAuthoritative, "linkByEmail() needs emailAuthoritative()");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return "OAuthClient" + ids;
    }
}
