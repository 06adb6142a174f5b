package dev.lockstile.auth.testkit;

import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.secret.Randomness;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A browser and its authenticator for tests, with one passkey (WebAuthn Level 3, ES256, no attestation): what
 * {@code navigator.credentials.create} and {@code get} would answer, as the JSON text that a client sends. Right by
 * itself, so that a host can test its own flows; and wrong as a test says, so that it can see them refused. Not safe
 * for several threads that change it.
 */
public final class SoftwareAuthenticator {

    /** Its user touched it, showed a PIN, a fingerprint or a face, and it is not copied to other devices. */
    public static final int TOUCHED_AND_VERIFIED = 0x05;

    private static final int WITH_CREDENTIAL = 0x40;
    private static final int COORDINATE_BYTES = 32;
    private static final int ID_BYTES = 32;

    private final String origin;
    private final byte[] id;
    private final KeyPair pair;
    private int flags = TOUCHED_AND_VERIFIED;
    private int count;
    private @Nullable String userHandle;
    private UnaryOperator<String> clientData = UnaryOperator.identity();

    private SoftwareAuthenticator(String origin, byte[] id) {
        this.origin = origin;
        this.id = id;
        this.pair = pair();
    }

    /**
     * {@return a new authenticator, in a browser that shows a page of this origin}
     *
     * @param origin such as {@code https://acme.example}
     */
    public static SoftwareAuthenticator at(String origin) {
        return new SoftwareAuthenticator(origin, Randomness.secure().bytes(ID_BYTES));
    }

    /** {@return another key under the id of this one's passkey} */
    public SoftwareAuthenticator impostor() {
        SoftwareAuthenticator other = new SoftwareAuthenticator(origin, id.clone());
        other.userHandle = userHandle;
        return other;
    }

    /**
     * Shows these flags from now on (WebAuthn Level 3, 6.1): 1 touched, 4 verified, 8 eligible for a backup, 16 backed
     * up.
     *
     * @param newFlags the sum of the flags
     * @return this authenticator
     */
    public SoftwareAuthenticator withFlags(int newFlags) {
        flags = newFlags;
        return this;
    }

    /**
     * Shows this count from now on; 0 is one that does not count.
     *
     * @param newCount of signatures
     * @return this authenticator
     */
    public SoftwareAuthenticator withCount(int newCount) {
        count = newCount;
        return this;
    }

    /**
     * Names this user from now on, base64url; null for none.
     *
     * @param handle base64url
     * @return this authenticator
     */
    public SoftwareAuthenticator withUserHandle(@Nullable String handle) {
        userHandle = handle;
        return this;
    }

    /**
     * Changes what the browser says of its page, before it is signed.
     *
     * @param change told the client data as JSON, gives what is signed
     * @return this authenticator
     */
    public SoftwareAuthenticator withClientData(UnaryOperator<String> change) {
        clientData = change;
        return this;
    }

    /** {@return the id of the passkey, base64url} */
    public String credentialId() {
        return text(id);
    }

    /**
     * Makes the passkey, as the server asks.
     *
     * @param ceremony as the server began it
     * @return the credential as JSON, as {@code navigator.credentials.create} gives it
     */
    public String create(PasskeyCeremony ceremony) {
        PasskeyCeremony.Owner owner = ceremony.owner();
        if (owner == null) {
            throw new IllegalArgumentException("this ceremony asks to show a passkey");
        }
        return create(ceremony.relyingParty().id(), ceremony.id(), owner.handle());
    }

    /**
     * The same for a client that has the members of {@code public_key} at hand.
     *
     * @param relyingParty {@code rp.id}
     * @param challenge base64url
     * @param handle {@code user.id}, base64url
     * @return the credential as JSON, as {@code navigator.credentials.create} gives it
     */
    public String create(String relyingParty, String challenge, String handle) {
        userHandle = handle;
        byte[] data = Cbor.join(
                head(relyingParty, flags | WITH_CREDENTIAL),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                publicKey());
        return credential("\"attestationObject\":\"" + text(Cbor.attestation(data))
                + "\",\"clientDataJSON\":\"" + text(said("webauthn.create", challenge))
                + "\",\"transports\":[\"internal\"]");
    }

    /**
     * Shows the passkey, as the server asks.
     *
     * @param ceremony as the server began it
     * @return the credential as JSON, as {@code navigator.credentials.get} gives it
     */
    public String get(PasskeyCeremony ceremony) {
        return get(ceremony.relyingParty().id(), ceremony.id());
    }

    /**
     * The same for a client that has {@code public_key.rpId} and {@code public_key.challenge} at hand.
     *
     * @param relyingParty {@code rpId}
     * @param challenge base64url
     * @return the credential as JSON, as {@code navigator.credentials.get} gives it
     */
    public String get(String relyingParty, String challenge) {
        byte[] data = head(relyingParty, flags);
        byte[] said = said("webauthn.get", challenge);
        String handle = userHandle == null ? "" : "\",\"userHandle\":\"" + userHandle;
        return credential("\"authenticatorData\":\"" + text(data) + "\",\"clientDataJSON\":\"" + text(said)
                + "\",\"signature\":\"" + text(sign(Cbor.join(data, sha256(said)))) + handle + "\"");
    }

    private String credential(String response) {
        return "{\"id\":\"" + text(id) + "\",\"rawId\":\"" + text(id) + "\",\"type\":\"public-key\",\"response\":{"
                + response + "},\"clientExtensionResults\":{}}";
    }

    private byte[] said(String type, String challenge) {
        String text = "{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}";
        return clientData.apply(text).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] head(String relyingParty, int shown) {
        return ByteBuffer.allocate(37)
                .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put((byte) shown)
                .putInt(count)
                .array();
    }

    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return Cbor.es256(
                Cbor.unsigned(key.getW().getAffineX(), COORDINATE_BYTES),
                Cbor.unsigned(key.getW().getAffineY(), COORDINATE_BYTES));
    }

    private byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ES256", e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SoftwareAuthenticator[" + origin + "]";
    }
}
