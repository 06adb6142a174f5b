package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.code.CodeText;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.throttle.CodeCooldown;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.NewCode;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the codes and link tokens of every purpose, stores them as keyed digests, and recognises them. Digits, lifetime
 * and attempts follow from {@link CodeSettings} here and nowhere else; {@link CodeCooldown} has the time between two
 * codes. A caller says what a code is for, what it is bound to and in which message it is sent.
 */
public final class CodeIssuer {

    private static final int CHALLENGE_BYTES = 16;
    private static final int DECOY_BYTES = 16;
    private static final int TOKEN_BYTES = 32;
    private static final int LINK_DIGITS = 8;

    private final FlowContext context;
    private final CodeDigests digests;
    private final CodeSettings settings;

    /** @param digests those of one use: a code made under one use matches nothing under another */
    public CodeIssuer(FlowContext context, Digests.Use digests) {
        this(context, digests, context.settings().codes());
    }

    /** @param settings the figures of these codes, in place of those of the deployment */
    CodeIssuer(FlowContext context, Digests.Use digests, CodeSettings settings) {
        this.context = context;
        this.digests = new CodeDigests(digests);
        this.settings = settings;
    }

    /** Stores a code of digits in place of the live one under the same key, unless that one is within the cool-down. */
    Issued issue(AuthTx tx, Order order, Instant now) {
        return issue(tx, order, now, cooldown().past(now));
    }

    /** The same in place of the live code, however young that one is. */
    public Issued issueAtOnce(AuthTx tx, Order order, Instant now) {
        return issue(tx, order, now, now);
    }

    private Issued issue(AuthTx tx, Order order, Instant now, Instant replaceable) {
        String code = CodeDigits.random(context.randomness(), digits(order.channel()));
        Instant validUntil = now.plus(ttl(order.channel()));
        Terms terms = new Terms(now, validUntil, replaceable, settings.maxAttempts());
        return store(tx, order, new Texts(code, null), terms);
    }

    /** Stores a token of 256 random bits, for a link, on the terms of the caller. */
    public Issued issueToken(AuthTx tx, Order order, Terms terms) {
        return store(tx, order, new Texts(context.randomness().text(TOKEN_BYTES), null), terms);
    }

    /** The same with a code of eight digits that does what the link does: in one row, so that one use ends both. */
    public Issued issueTokenAndDigits(AuthTx tx, Order order, Terms terms) {
        String digits = CodeDigits.random(context.randomness(), LINK_DIGITS);
        return store(tx, order, new Texts(context.randomness().text(TOKEN_BYTES), digits), terms);
    }

    private Issued store(AuthTx tx, Order order, Texts texts, Terms terms) {
        String challenge = challenge();
        CodeState state = new CodeState(
                new CodeState.Binding(
                        challenge,
                        order.purpose(),
                        order.channel(),
                        order.recipient().key(),
                        order.user()),
                digests(challenge, order, texts),
                0,
                terms.attempts(),
                new CodeState.Times(terms.sentAt(), terms.validUntil(), null, null));
        tx.codes().replace(new NewCode(state, order.recipient().value(), order.liveKey(), terms.replaceable()));
        Secret digits = texts.digits() == null ? null : Secret.of(texts.digits());
        return new Issued(order, challenge, Secret.of(texts.main()), digits, terms.validUntil());
    }

    /** A decoy gets digests of chance, which nothing matches. */
    private String digests(String challenge, Order order, Texts texts) {
        String main = digests.of(challenge, order.boundTo(), matching(order, texts.main()));
        return texts.digits() == null ? main : digests.withDigits(main, challenge, matching(order, texts.digits()));
    }

    private String matching(Order order, String text) {
        return order.decoy() ? context.randomness().text(DECOY_BYTES) : text;
    }

    /** Sends the code; for a decoy the same work is done and nothing leaves. */
    public void send(AuthTx tx, Issued issued, MessageKind template, Receiver receiver) {
        OutgoingMessage message = new OutgoingMessage(
                issued.order().channel(),
                receiver.address(),
                template,
                receiver.language(),
                Map.of(MessageValues.CODE, issued.code().reveal()),
                issued.validUntil(),
                receiver.origin());
        send(tx, issued, message);
    }

    /** Sends a message that a caller has made of it; for a decoy the same work is done and nothing leaves. */
    public void send(AuthTx tx, Issued issued, OutgoingMessage message) {
        if (issued.order().decoy()) {
            context.sender().pretend(tx, message);
        } else {
            context.sender().enqueue(tx, message);
        }
    }

    /** The code that was typed, in digits; empty for what no code by that channel can be. */
    public Optional<Secret> typed(Channel channel, Secret shown) {
        return CodeText.digits(shown, digits(channel));
    }

    /** The same for a code whose channel is not known. */
    public Optional<Secret> typed(Secret shown) {
        return CodeText.digits(shown, settings.smsDigits(), settings.emailDigits());
    }

    /** The same for the code beside a link. */
    public static Optional<Secret> typedBesideLink(Secret shown) {
        return CodeText.digits(shown, LINK_DIGITS);
    }

    /** Compares in constant time. @param boundTo what the code was bound to when it was issued */
    public boolean matches(StoredCode stored, Secret shown, String... boundTo) {
        return digests.matches(stored, shown, List.of(boundTo));
    }

    /** The same for the eight digits beside a link; false for what was issued without them. */
    public boolean matchesDigits(StoredCode stored, Secret shown) {
        return digests.matchesDigits(stored, shown);
    }

    public CodeCooldown cooldown() {
        return new CodeCooldown(
                settings.cooldown(), context.limiters().codeCooldown().longest());
    }

    Duration ttl(Channel channel) {
        return channel == Channel.EMAIL ? settings.emailTtl() : settings.smsTtl();
    }

    /** A challenge id that no code has. */
    String challenge() {
        return context.randomness().text(CHALLENGE_BYTES);
    }

    private int digits(Channel channel) {
        return channel == Channel.EMAIL ? settings.emailDigits() : settings.smsDigits();
    }

    /**
     * A code to be made.
     *
     * @param user null without an account, and for a decoy
     * @param liveKey one code is live under it
     * @param boundTo what the digest covers besides the challenge and the code, such as a session
     * @param decoy stored alike, sent to no address, and matched by no attempt
     */
    public record Order(
            CodePurpose purpose,
            Identifier recipient,
            @Nullable UserId user,
            String liveKey,
            List<String> boundTo,
            boolean decoy) {

        public Order {
            boundTo = List.copyOf(boundTo);
        }

        public Order(CodePurpose purpose, Identifier recipient, @Nullable UserId user, String liveKey) {
            this(purpose, recipient, user, liveKey, List.of(), false);
        }

        Order asDecoy(boolean isDecoy) {
            return new Order(purpose, recipient, user, liveKey, boundTo, isDecoy);
        }

        Channel channel() {
            return recipient.kind() == IdentifierKind.PHONE ? Channel.SMS : Channel.EMAIL;
        }
    }

    /**
     * The terms of a link's token.
     *
     * @param sentAt cool-downs begin here
     * @param replaceable a live one that was sent later stays
     */
    public record Terms(Instant sentAt, Instant validUntil, Instant replaceable, int attempts) {}

    /**
     * What was made.
     *
     * @param code the code, or the token of a link
     * @param digits the code beside a link; null where there is none
     */
    public record Issued(
            Order order,
            String challengeId,
            Secret code,
            @Nullable Secret digits,
            Instant validUntil) {}

    private record Texts(String main, @Nullable String digits) {}

    /** @param address the stored address or number, never the one in a request */
    public record Receiver(
            String address,
            @Nullable String language,
            @Nullable RequestOrigin origin) {
        public Receiver(String address, @Nullable String language) {
            this(address, language, null);
        }
    }
}
