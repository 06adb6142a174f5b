package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.message.MessageTemplate;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeBinding;
import dev.lockstile.auth.model.CodePurpose;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeTimes;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewCode;
import dev.lockstile.auth.store.StoredCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes sign-in codes, puts them in the store as keyed digests, and recognises them. */
public final class LoginCodes {

    private static final int CHALLENGE_BYTES = 16;
    private static final Addressee NOBODY = new Addressee(null, "-", null);

    private final FlowContext context;
    private final Digests.Use digests;

    public LoginCodes(FlowContext context) {
        this.context = context;
        this.digests = context.digests().use("code");
    }

    /** The identifier in canonical form. */
    Optional<Identifier> identifier(CodeIdentifier wanted) {
        return wanted.kind() == IdentifierKind.EMAIL
                ? context.identifiers().email(wanted.text())
                : context.identifiers().phone(wanted.text());
    }

    static FieldProblem invalid(CodeIdentifier wanted) {
        String field = wanted.kind() == IdentifierKind.EMAIL ? "email" : "phone";
        return FieldProblem.of(field, "invalid_" + field);
    }

    /** The one place among live codes of a recipient. */
    static String liveKey(String recipientKey) {
        return CodePurpose.LOGIN + ":" + recipientKey;
    }

    /**
     * Replaces the recipient's live code by a fresh one and sends it; a decoy (no addressee) is stored alike and sent to
     * nobody, so that asking and guessing look the same for everyone.
     *
     * @return the challenge id
     */
    public String issue(AuthTx tx, Identifier recipient, @Nullable Addressee addressee, Instant now) {
        Channel channel = recipient.kind() == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS;
        String challenge = context.randomness().text(CHALLENGE_BYTES);
        String code = CodeDigits.random(context.randomness(), digits(channel));
        Instant validUntil = now.plus(ttl(channel));
        CodeState state = new CodeState(
                new CodeBinding(
                        challenge,
                        CodePurpose.LOGIN,
                        channel,
                        recipient.key(),
                        addressee == null ? null : addressee.user()),
                digests.of(challenge, code),
                0,
                settings().maxAttempts(),
                new CodeTimes(now, validUntil, null, null));
        tx.codes().replace(new NewCode(state, recipient.value(), liveKey(recipient.key()), now.minus(cooldown())));
        if (addressee == null || !addressee.reachable()) {
            context.sender().pretend(tx, message(channel, NOBODY, code, validUntil));
        } else {
            context.sender().enqueue(tx, message(channel, addressee, code, validUntil));
        }
        return challenge;
    }

    /** A challenge that looks like any other and that no code answers. */
    String challengeOfNone() {
        return context.randomness().text(CHALLENGE_BYTES);
    }

    /** True while the last code to a recipient is too young for another one. */
    public boolean isCoolingDown(Optional<StoredCode> latest, Instant now) {
        return latest.isPresent() && now.isBefore(nextAt(latest.get()));
    }

    /** When another code may follow this one. */
    Instant nextAt(StoredCode code) {
        return code.state().times().sentAt().plus(cooldown());
    }

    /** Compares in constant time. */
    boolean matches(StoredCode stored, Secret guess) {
        String expected = stored.state().digest();
        return Digests.same(expected, digests.of(stored.state().binding().challengeId(), guess.reveal()));
    }

    /** How many attempts of a code are for whoever got the challenge id. */
    int keptForTheAsker() {
        return settings().maxAttempts() - settings().unboundAttempts();
    }

    Duration cooldown() {
        return settings().cooldown();
    }

    private OutgoingMessage message(Channel channel, Addressee addressee, String code, Instant validUntil) {
        Map<String, String> values =
                Map.of("code", code, "minutes", String.valueOf(ttl(channel).toMinutes()));
        return new OutgoingMessage(
                channel, addressee.address(), MessageTemplate.LOGIN_CODE, addressee.language(), values, validUntil);
    }

    private int digits(Channel channel) {
        return channel == Channel.EMAIL ? settings().emailDigits() : settings().smsDigits();
    }

    Duration ttl(Channel channel) {
        return channel == Channel.EMAIL ? settings().emailTtl() : settings().smsTtl();
    }

    private CodeSettings settings() {
        return context.settings().codes();
    }

    /**
     * Whom a code goes to.
     *
     * @param user null for somebody who has no account yet
     * @param address the stored address of the user, never the one in the request
     * @param reachable false when no message may leave: then it is a decoy that knows its user
     */
    public record Addressee(
            @Nullable UserId user, String address, @Nullable String language, boolean reachable) {

        public Addressee(@Nullable UserId user, String address, @Nullable String language) {
            this(user, address, language, true);
        }
    }
}
