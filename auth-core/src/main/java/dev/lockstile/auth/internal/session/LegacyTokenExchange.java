package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.legacy.LegacyTokens.LegacyToken;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a token of a source system for a session, once. Refused with one answer: what is no such token, its
 * second use, which ends the session the first one opened, an owner who may not act or was deleted, one who has or must
 * have a second factor, which such a token does not show, and an owner who has chosen a password or ended all sessions
 * here since. The unique key of the ledger decides who is first; of many at once the others are refused and the winner
 * keeps the session. Such a session is no new proof: sensitive steps ask first.
 */
final class LegacyTokenExchange {

    private static final Outcome<TokenPair> REFUSED = Outcome.refused(Refusal.INVALID_TOKEN);

    private final FlowContext context;
    private final SessionOpener opener;
    private final @Nullable LegacyTokens tokens;

    /** @param tokens null when none are exchanged */
    LegacyTokenExchange(FlowContext context, SessionOpener opener, @Nullable LegacyTokens tokens) {
        this.context = context;
        this.tokens = tokens;
        this.opener = opener;
    }

    Outcome<TokenPair> run(Secret token, RefreshClient client, Instant now) {
        Optional<LegacyToken> read = tokens == null ? Optional.empty() : tokens.read(token, now);
        if (read.isEmpty()) {
            return REFUSED;
        }
        Optional<LegacyLinkInfo> used = context.store().read(tx -> use(tx, read.get()));
        return used.isPresent() ? usedAgain(read.get(), used.get(), now) : exchange(read.get(), client, now);
    }

    private static Optional<LegacyLinkInfo> use(AuthTx tx, LegacyToken token) {
        String key = token.ledgerKey();
        return Optional.ofNullable(tx.legacy().byKeys(List.of(key)).get(key));
    }

    private Outcome<TokenPair> exchange(LegacyToken token, RefreshClient client, Instant now) {
        try {
            Optional<Opened> opened = context.store().alone(tx -> open(tx, token, client, now));
            opened.ifPresent(
                    in -> context.events().tell(new AuthEvent.SignedIn(now, token.user(), in.session(), "old token")));
            return opened.<Outcome<TokenPair>>map(in -> Outcome.done(in.signIn().tokens()))
                    .orElse(REFUSED);
        } catch (KeyTakenException | VetoException e) {
            return REFUSED; // another request with this token was first, or the host has something against it
        }
    }

    private Optional<Opened> open(AuthTx tx, LegacyToken token, RefreshClient client, Instant now) {
        if (!tx.users().lock(token.user(), now)) {
            return Optional.empty();
        }
        Optional<StoredUser> user = tx.users().byId(token.user()).filter(stored -> mayCome(tx, stored, token));
        if (user.isEmpty() || use(tx, token).isPresent()) {
            return Optional.empty();
        }
        ProfileInfo active = ActiveProfile.resume(user.get().profiles(), String.valueOf(token.profileRef()))
                .orElseGet(() -> ActiveProfile.create(tx, token.user(), context, now));
        Optional<Opened> opened = opener.bridge(tx, user.get(), active, entry(client, now));
        opened.ifPresent(in -> tx.legacy()
                .insert(token.ledgerKey(), token.origin(), in.session().value(), now));
        return opened;
    }

    private boolean mayCome(AuthTx tx, StoredUser user, LegacyToken token) {
        Instant changedAt = user.passwordChangedAt();
        Instant issuedAt = token.issuedAt();
        boolean olderThanPassword = changedAt != null && (issuedAt == null || !issuedAt.isAfter(changedAt));
        return user.info().status().mayAct()
                && !olderThanPassword
                && !context.sessionEnds().refusesTokens(tx, token.user());
    }

    /** As long ago as not to count as a recent proof. */
    private SessionOpener.Entry entry(RefreshClient client, Instant now) {
        ClientKind kind = client.kind() == null ? ClientKind.WEB : client.kind();
        Instant proven = now.minus(context.settings().sessions().reauthWindow()).minusSeconds(1);
        return new SessionOpener.Entry(new ClientInfo(kind, null, null, null), now, proven);
    }

    private Outcome<TokenPair> usedAgain(LegacyToken token, LegacyLinkInfo use, Instant now) {
        SessionId session = new SessionId(String.valueOf(use.localRef()));
        boolean ended = context.store().alone(tx -> tx.sessions().end(session, EndReason.TOKEN_REUSED, now));
        if (ended) {
            context.events().tell(new AuthEvent.SessionEnded(now, token.user(), session, EndReason.TOKEN_REUSED));
        }
        return REFUSED;
    }
}
