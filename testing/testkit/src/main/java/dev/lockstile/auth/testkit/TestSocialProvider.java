package dev.lockstile.auth.testkit;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialProvider.AuthorizationRequest;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A site that vouches for whomever a test says, without a network. What it gives out is a name for what it remembers:
 * it signs nothing, so it is no test of a provider. Safe for many threads.
 */
public final class TestSocialProvider implements SocialProvider {

    private final String name;
    private final boolean authoritative;
    private final boolean linksByEmail;
    private final boolean manyIssuers;
    private final IssuedProofs issued;
    private final AtomicInteger counter = new AtomicInteger();
    private final Map<String, SocialEvent> events = new ConcurrentHashMap<>();
    private volatile Set<SocialEvent.Delivery> deliveries = Set.of();
    private volatile boolean down;
    private volatile Clock clock = Clock.systemUTC();
    private volatile boolean tellsProofs = true;

    private TestSocialProvider(String name, boolean authoritative, boolean linksByEmail, boolean manyIssuers) {
        this.name = name;
        this.authoritative = authoritative;
        this.linksByEmail = linksByEmail;
        this.manyIssuers = manyIssuers;
        this.issued = new IssuedProofs(name);
    }

    /**
     * {@return a provider whose word proves no address}
     *
     * @param name as in {@link dev.lockstile.auth.social.SocialProvider#name()}
     */
    public static TestSocialProvider named(String name) {
        return new TestSocialProvider(name, false, false, false);
    }

    /** {@return the same, giving out the addresses that it calls verified} */
    public TestSocialProvider authoritative() {
        return new TestSocialProvider(name, true, linksByEmail, manyIssuers);
    }

    /** {@return the same where the host links by verified addresses} */
    public TestSocialProvider linkingByEmail() {
        return new TestSocialProvider(name, authoritative, true, manyIssuers);
    }

    /**
     * {@return the same with tenants, each an issuer of its own: an account without an issuer cannot be told whose it
     * is}
     */
    public TestSocialProvider ofManyIssuers() {
        return new TestSocialProvider(name, authoritative, linksByEmail, true);
    }

    /**
     * The same provider, whose events are taken in these forms from now on.
     *
     * @param forms all that are taken; none to take no events
     * @return this provider
     */
    public TestSocialProvider takingEvents(SocialEvent.Delivery... forms) {
        deliveries = Set.of(forms);
        return this;
    }

    /**
     * {@return a token that tells of an event}
     *
     * @param event what the token tells
     */
    public Secret event(SocialEvent event) {
        String token = name + "-event-" + counter.incrementAndGet();
        events.put(token, event);
        return Secret.of(token);
    }

    /**
     * Takes the time from that clock, as that of a test kit, instead of the system's.
     *
     * @param newClock read at each proof
     * @return this provider
     */
    public TestSocialProvider clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    /**
     * Whether it tells when people proved who they are. As long as it does, every user has done so just now of whom a
     * test says no other time.
     *
     * @param tells false to keep silent about it
     */
    public void tellsProofs(boolean tells) {
        tellsProofs = tells;
    }

    /**
     * Whether it cannot be asked, from now on.
     *
     * @param isDown true to let every call fail as unavailable
     */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** {@return the issuer of its people} */
    public String issuer() {
        return "https://" + name + ".example";
    }

    /**
     * {@return a user of this provider}
     *
     * @param subject the key of the account, unique within its issuer
     * @param email as the provider knows it; null for none
     * @param emailVerified whether the provider calls it verified
     */
    public SocialPerson person(String subject, @Nullable String email, boolean emailVerified) {
        return personOf(issuer(), subject, email, emailVerified);
    }

    /**
     * {@return a user of another issuer}
     *
     * @param issuer of the account
     * @param subject the key of the account, unique within its issuer
     * @param email as the provider knows it; null for none
     * @param emailVerified whether the provider calls it verified
     */
    public SocialPerson personOf(String issuer, String subject, @Nullable String email, boolean emailVerified) {
        return new SocialPerson(
                issuer,
                subject,
                email,
                emailVerified,
                new SocialPerson.Names(null, "Ana", "Ruiz"),
                null,
                null,
                "digest-" + counter.incrementAndGet());
    }

    /**
     * {@return an ID token for a native client}
     *
     * @param person whose account it is
     * @param nonce as the client asked with; null for none
     */
    public SocialProof idToken(SocialPerson person, @Nullable String nonce) {
        return issued.idToken(proven(person), nonce);
    }

    /**
     * {@return an ID token that was issued then and asked for without a nonce}
     *
     * @param person whose account it is
     * @param issuedAt the time that the token says
     */
    public SocialProof idToken(SocialPerson person, Instant issuedAt) {
        return idToken(
                new SocialPerson(
                        person.issuer(),
                        person.subject(),
                        person.email(),
                        person.emailVerified(),
                        person.names(),
                        null,
                        issuedAt,
                        person.tokenDigest(),
                        person.authenticatedAt()),
                (String) null);
    }

    /**
     * {@return the code with which this person comes back from the sign-in page of that address}
     *
     * @param person who signs in there
     * @param authorization the address that the browser was sent to
     */
    public Secret code(SocialPerson person, URI authorization) {
        return issued.code(proven(person), parameter(authorization, "nonce"), parameter(authorization, "challenge"));
    }

    private SocialPerson proven(SocialPerson person) {
        return person.authenticatedAt() == null && tellsProofs ? person.authenticatedAt(clock.instant()) : person;
    }

    /**
     * {@return a parameter of the address that a browser is sent to: {@code state}, {@code nonce} or {@code challenge}}
     *
     * @param authorization the address that the browser was sent to
     * @param wanted the name of the parameter
     */
    public static String parameter(URI authorization, String wanted) {
        for (String pair : authorization.getRawQuery().split("&")) {
            if (pair.startsWith(wanted + "=")) {
                return pair.substring(wanted.length() + 1);
            }
        }
        throw new IllegalArgumentException("no " + wanted);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isEmailAuthoritative() {
        return authoritative;
    }

    @Override
    public boolean linksByEmail() {
        return linksByEmail;
    }

    @Override
    public boolean isRedirectUri(String redirectUri) {
        return redirectUri.equals(redirectUri());
    }

    @Override
    public String redirectUri() {
        return "https://acme.example/auth/login/social/callback/" + name + "/";
    }

    @Override
    public URI authorizationUri(AuthorizationRequest request) throws SocialUnavailableException {
        requireUp();
        return URI.create(issuer() + "/authorize?state=" + request.state() + "&nonce=" + request.nonce() + "&challenge="
                + request.codeChallenge() + "&redirect_uri="
                + URLEncoder.encode(request.redirectUri(), StandardCharsets.UTF_8)
                + (request.reauthenticate() ? "&max_age=0" : ""));
    }

    @Override
    public boolean tellsProofTimes() {
        return tellsProofs;
    }

    @Override
    public boolean isCallbackFrom(@Nullable String issuer) {
        return issuer == null || issuer.equals(issuer());
    }

    @Override
    public boolean admitsWithoutIssuer() {
        return !manyIssuers;
    }

    @Override
    public boolean isIssuerOfImported(String issuer) {
        return !manyIssuers && issuer.equals(issuer());
    }

    @Override
    public SocialProvider.Verdict verify(SocialProof proof) throws SocialUnavailableException {
        requireUp();
        return issued.verify(proof);
    }

    @Override
    public Set<SocialEvent.Delivery> eventDeliveries() {
        return deliveries;
    }

    @Override
    public SocialProvider.EventVerdict verifyEvent(SocialEvent.Delivery delivery, Secret token)
            throws SocialUnavailableException {
        requireUp();
        SocialEvent event = events.get(token.reveal());
        return event == null
                ? new SocialProvider.EventVerdict.Refused(SocialEvents.Refusal.INVALID_KEY, "not believed")
                : new SocialProvider.EventVerdict.Verified(event);
    }

    private void requireUp() throws SocialUnavailableException {
        if (down) {
            throw new SocialUnavailableException("the test has taken " + name + " down");
        }
    }
}
