package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.otp.CodeIssuer.Issued;
import dev.lockstile.auth.internal.throttle.CodeCooldown;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links to sign in with: issued to an address under the request that the asker gets, one live per address. */
final class LoginLinkCodes {

    static final Duration TTL = Duration.ofMinutes(10);

    private static final int MAX_ATTEMPTS = 5;
    private static final int LONGEST = 128;
    private static final String NOBODY = "-";
    private static final String BESIDE = "~";

    private final FlowContext context;
    private final CodeIssuer issuer;

    LoginLinkCodes(FlowContext context) {
        this.context = context;
        this.issuer = new CodeIssuer(context, context.digests().use("login-link"));
    }

    /** Where links lead; null where the host has not turned them on. */
    @Nullable
    URI page() {
        return context.settings().links().loginPage();
    }

    /**
     * Replaces the live link of the address by a fresh one and sends it; a decoy (no addressee) is stored alike and
     * sent to no address.
     *
     * @return the request id
     */
    String issue(AuthTx tx, URI page, Identifier email, LoginCodes.@Nullable Addressee to, LoginCodes.Asked asked) {
        return issue(tx, page, new Aim(email, to, liveKey(email.key())), asked);
    }

    /**
     * Stores a decoy beside the live link of the address, for a request that nothing may be sent for: to the client
     * that asks it is a request like any other, and the link that was sent before goes on.
     */
    String pretend(AuthTx tx, URI page, Identifier email, LoginCodes.Asked asked) {
        return issue(tx, page, new Aim(email, null, liveKey(BESIDE + email.key())), asked);
    }

    private String issue(AuthTx tx, URI page, Aim aim, LoginCodes.Asked asked) {
        Instant now = asked.now();
        LoginCodes.Addressee to = aim.to();
        CodeIssuer.Order order = new CodeIssuer.Order(
                        CodePurpose.LOGIN_LINK, aim.email(), to == null ? null : to.user(), aim.liveKey())
                .asDecoy(to == null);
        Instant replaceable = issuer.cooldown().past(now);
        Issued issued = issuer.issueTokenAndDigits(
                tx, order, new CodeIssuer.Terms(now, now.plus(TTL), replaceable, MAX_ATTEMPTS));
        issuer.send(tx, issued, message(page, issued, to).from(asked.from()));
        return issued.challengeId();
    }

    private static OutgoingMessage message(URI page, Issued issued, LoginCodes.@Nullable Addressee to) {
        String separator = page.getRawQuery() == null ? "?" : "&";
        String digits = issued.digits() == null ? "" : issued.digits().reveal();
        return new OutgoingMessage(
                Channel.EMAIL,
                to == null ? NOBODY : to.address(),
                MessageKind.LOGIN_LINK,
                to == null ? null : to.language(),
                Map.of(
                        MessageValues.LINK,
                        page + separator + "token=" + issued.code().reveal(),
                        MessageValues.CODE,
                        digits),
                issued.validUntil());
    }

    /** A request that looks like any other and that no link answers. */
    String requestOfNone() {
        return issuer.challenge();
    }

    /** The link of that request, while it can be used. */
    Optional<StoredCode> open(AuthTx tx, String requestId, Instant now) {
        return requestId.length() > LONGEST
                ? Optional.empty()
                : tx.codes()
                        .byChallenge(requestId)
                        .filter(code -> code.state().binding().purpose().equals(CodePurpose.LOGIN_LINK))
                        .filter(code -> isOpen(code.state(), now));
    }

    CodeCooldown cooldown() {
        return issuer.cooldown();
    }

    boolean matches(StoredCode stored, LinkLogin.Attempt.Proof shown) {
        boolean fits = shown.secret().reveal().length() <= LONGEST;
        return fits
                && (shown instanceof LinkLogin.Attempt.Proof.Token
                        ? issuer.matches(stored, shown.secret())
                        : CodeIssuer.typedBesideLink(shown.secret())
                                .filter(typed -> issuer.matchesDigits(stored, typed))
                                .isPresent());
    }

    /** True for a code that is none of eight digits. */
    boolean isMalformed(LinkLogin.Attempt.Proof shown) {
        return shown instanceof LinkLogin.Attempt.Proof.Code
                && CodeIssuer.typedBesideLink(shown.secret()).isEmpty();
    }

    private static boolean isOpen(CodeState state, Instant now) {
        CodeState.Times times = state.times();
        return times.usedAt() == null
                && times.endedAt() == null
                && now.isBefore(times.validUntil())
                && state.attempts() < state.maxAttempts();
    }

    private static String liveKey(String recipientKey) {
        return CodePurpose.LOGIN_LINK + ":" + recipientKey;
    }

    private record Aim(Identifier email, LoginCodes.@Nullable Addressee to, String liveKey) {}
}
