package dev.lockstile.auth.passkey;

import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.passkey.internal.ceremony.AssertionNeeds;
import dev.lockstile.auth.passkey.internal.ceremony.AssertionOutcome;
import dev.lockstile.auth.passkey.internal.ceremony.AssertionVerifier;
import dev.lockstile.auth.passkey.internal.ceremony.CeremonyPolicy;
import dev.lockstile.auth.passkey.internal.ceremony.CeremonyRefusal;
import dev.lockstile.auth.passkey.internal.ceremony.CredentialBytes;
import dev.lockstile.auth.passkey.internal.ceremony.RegisteredCredential;
import dev.lockstile.auth.passkey.internal.ceremony.RegistrationOutcome;
import dev.lockstile.auth.passkey.internal.ceremony.RegistrationVerifier;
import dev.lockstile.auth.passkey.internal.ceremony.StoredCredential;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Passkeys of one site:
 * {@code Auth.builder(store).passkeys(Passkeys.relyingParty("acme.example", "Acme", "https://acme.example"))}.
 * Signatures are those of ES256, EdDSA and RS256; attestation is neither asked for nor believed. Safe for use by many
 * threads.
 */
public final class Passkeys implements PasskeyVerifier {

    private static final List<Integer> ALGORITHMS = List.of(-8, -7, -257);

    private final RelyingParty relyingParty;
    private final Set<String> origins;
    private final RegistrationVerifier registrations;
    private final AssertionVerifier assertions;

    private Passkeys(RelyingParty relyingParty, Set<String> origins) {
        this.relyingParty = relyingParty;
        this.origins = origins;
        CeremonyPolicy policy = CeremonyPolicy.of(relyingParty.id(), origins);
        this.registrations = new RegistrationVerifier(policy);
        this.assertions = new AssertionVerifier(policy);
    }

    /**
     * {@return passkeys of this site} What is wrong with it {@code AuthBuilder.build()} tells with everything else.
     *
     * @param id the domain that passkeys are bound to, such as {@code acme.example}: they work on it and on what is
     *     below it
     * @param name as it is shown to people
     * @param origins the origins whose pages may ask, compared character by character: {@code https://acme.example};
     *     http for {@code localhost} alone, and {@code android:apk-key-hash:...} for an application
     */
    public static Passkeys relyingParty(String id, String name, String... origins) {
        return new Passkeys(new RelyingParty(id, name), Set.copyOf(List.of(origins)));
    }

    @Override
    public RelyingParty relyingParty() {
        return relyingParty;
    }

    @Override
    public List<Integer> algorithms() {
        return ALGORITHMS;
    }

    @Override
    public List<String> problems() {
        return SiteProblems.of(relyingParty, origins);
    }

    @Override
    public Optional<String> credentialId(String credential) {
        return assertions.idOf(credential).map(CredentialBytes::text);
    }

    @Override
    public Verdict<NewPasskey> registered(String challenge, String credential) {
        Optional<CredentialBytes> sent = CredentialBytes.parse(challenge);
        if (sent.isEmpty()) {
            return wrong(CeremonyRefusal.WRONG_CHALLENGE);
        }
        RegistrationOutcome outcome = registrations.verify(sent.get(), credential);
        return outcome instanceof RegistrationOutcome.Accepted accepted
                ? new Verdict.Right<>(made(accepted.credential()))
                : wrong(((RegistrationOutcome.Refused) outcome).why());
    }

    private static NewPasskey made(RegisteredCredential made) {
        return new NewPasskey(
                new PasskeyState.Key(
                        made.id().text(),
                        "",
                        made.publicKey().text(),
                        made.backupEligible(),
                        made.transports(),
                        made.aaguid()),
                new PasskeyState.Use(made.signCount(), made.backedUp(), null));
    }

    @Override
    public Verdict<Proof> proven(String challenge, String credential, PasskeyState stored, boolean alone) {
        Optional<CredentialBytes> sent = CredentialBytes.parse(challenge);
        Optional<StoredCredential> known = known(stored);
        if (sent.isEmpty() || known.isEmpty()) {
            return wrong(sent.isEmpty() ? CeremonyRefusal.WRONG_CHALLENGE : CeremonyRefusal.KEY);
        }
        AssertionNeeds needs = alone ? AssertionNeeds.SIGN_IN : AssertionNeeds.SECOND_FACTOR;
        AssertionOutcome outcome = assertions.verify(sent.get(), credential, known.get(), needs);
        if (outcome instanceof AssertionOutcome.Accepted accepted) {
            return new Verdict.Right<>(new Proof(
                    new PasskeyState.Use(accepted.signCount(), accepted.backedUp(), null), accepted.userVerified()));
        }
        return wrong(((AssertionOutcome.Refused) outcome).why());
    }

    private static Optional<StoredCredential> known(PasskeyState stored) {
        PasskeyState.Key key = stored.key();
        Optional<CredentialBytes> id = CredentialBytes.parse(key.credentialId());
        Optional<CredentialBytes> publicKey = CredentialBytes.parse(key.publicKey());
        Optional<CredentialBytes> handle = CredentialBytes.parse(key.userHandle());
        return id.isPresent() && publicKey.isPresent() && handle.isPresent()
                ? Optional.of(new StoredCredential(
                        id.get(), publicKey.get(), handle.get(), stored.use().signCount(), key.backupEligible()))
                : Optional.empty();
    }

    private static <T> Verdict<T> wrong(CeremonyRefusal why) {
        return new Verdict.Wrong<>(why.name().toLowerCase(Locale.ROOT));
    }
}
