package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.throttle.CodeCooldown;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes to sign in with: issued to a recipient under the challenge that the asker gets, one live per recipient. */
public final class LoginCodes {

    private static final String NOBODY = "-";

    private final FlowContext context;
    private final CodeIssuer issuer;

    public LoginCodes(FlowContext context) {
        this.context = context;
        this.issuer = new CodeIssuer(context, context.digests().use("code"));
    }

    /** The identifier in canonical form. */
    Optional<Identifier> identifier(CodeIdentifier wanted) {
        return identifier(context.identifiers(), wanted);
    }

    static Optional<Identifier> identifier(IdentifierRules rules, CodeIdentifier wanted) {
        return wanted.kind() == IdentifierKind.EMAIL ? rules.email(wanted.text()) : rules.phone(wanted.text());
    }

    static FieldProblem invalid(CodeIdentifier wanted) {
        String field = wanted.kind() == IdentifierKind.EMAIL ? "email" : "phone";
        return FieldProblem.of(field, "invalid_" + field);
    }

    /** The key under which one sign-in code of a recipient is live. */
    static String liveKey(String recipientKey) {
        return CodePurpose.LOGIN + ":" + recipientKey;
    }

    /**
     * Replaces the recipient's live code by a fresh one and sends it; a decoy (no addressee) is stored alike and sent
     * to no address, so that asking and attempts look the same for all names.
     *
     * @return the challenge id
     */
    public String issue(AuthTx tx, Identifier recipient, @Nullable Addressee addressee, Asked asked) {
        UserId user = addressee == null ? null : addressee.user();
        Addressee reached = addressee != null && addressee.reachable() ? addressee : null;
        CodeIssuer.Receiver receiver = reached == null
                ? new CodeIssuer.Receiver(NOBODY, null, asked.from())
                : new CodeIssuer.Receiver(reached.address(), reached.language(), asked.from());
        CodeIssuer.Order order = new CodeIssuer.Order(CodePurpose.LOGIN, recipient, user, liveKey(recipient.key()))
                .asDecoy(reached == null);
        CodeIssuer.Issued issued = issuer.issue(tx, order, asked.now());
        issuer.send(tx, issued, MessageKind.LOGIN_CODE, receiver);
        return issued.challengeId();
    }

    /** A challenge that looks like any other and that no code answers. */
    String challengeOfNone() {
        return issuer.challenge();
    }

    /** The code that was typed, in digits; empty for what no code to that identifier can be. */
    Optional<Secret> typed(Identifier recipient, Secret shown) {
        return issuer.typed(recipient.kind() == IdentifierKind.PHONE ? Channel.SMS : Channel.EMAIL, shown);
    }

    boolean matches(StoredCode stored, Secret shown) {
        return issuer.matches(stored, shown);
    }

    /** How many attempts of a code are for the client that got the challenge id. */
    int keptForTheAsker() {
        return settings().maxAttempts() - settings().unboundAttempts();
    }

    public CodeCooldown cooldown() {
        return issuer.cooldown();
    }

    Duration ttl(Channel channel) {
        return issuer.ttl(channel);
    }

    private CodeSettings settings() {
        return context.settings().codes();
    }

    /**
     * Whom a code goes to.
     *
     * @param user null for a person without an account
     * @param address the stored address of the user, never the one in the request
     * @param reachable false when no message may leave: then it is a decoy that knows its user
     */
    public record Addressee(
            @Nullable UserId user, String address, @Nullable String language, boolean reachable) {

        public Addressee(@Nullable UserId user, String address, @Nullable String language) {
            this(user, address, language, true);
        }
    }

    /**
     * When a code was asked for, and by whom.
     *
     * @param from null where the message does not tell it
     */
    public record Asked(Instant now, @Nullable RequestOrigin from) {}
}
